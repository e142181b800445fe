// Suggestions for a text in a process that made none before: prints what they cost, in ms of the processor.
import { suggest } from '@counterpoint/shared';
import { quickest } from './figures.ts';
import { Talker, type Language } from './talks.ts';

const [language, length] = process.argv.slice(2);
const text = new Talker(language as Language).text(Number(length));
console.log(await quickest(() => suggest(text, []), 1));
