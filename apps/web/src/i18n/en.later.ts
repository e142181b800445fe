import strength from './en/strength.json' with { type: 'json' };

/** The words in English of features that are not there when a page begins; they come with the first of these. */
export const later = { strength };
