// Edits of a kind, to ask who may: nothing of them is ever sent.
import type { Edit, Id } from '@counterpoint/shared';

const NOTHING = { text: '', marks: [], edition: '' };

export const ADDING_TEXT: Edit = {
  kind: 'add-source',
  source: '',
  title: '',
  url: '',
  language: 'en',
  ...NOTHING,
};

export const mending = (source: Id): Edit => ({ kind: 'add-edition', source, reason: '', ...NOTHING });

export const QUOTING: Edit = {
  kind: 'quote',
  quotation: '',
  claim: '',
  edition: '',
  start: 0,
  end: 1,
  bearing: 'paraphrase',
};

export const NOTING: Edit = {
  kind: 'annotate',
  annotation: '',
  edition: '',
  start: 0,
  end: 1,
  text: '…',
  open: false,
};
