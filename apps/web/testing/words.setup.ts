// As in a page a while after it began: every language is here.
import { fetchAllWords } from '../src/i18n/i18n.ts';

await fetchAllWords();
