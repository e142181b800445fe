// A map as a document for people, before anyone sets it: what PDF, DOCX and HTML all say, in the same order and words.
import type { Language } from '../../map/id.ts';
import type { Relation } from '../../map/relation.ts';
import type { Words } from '../words.ts';
import type { DocumentWords } from './mapDocumentWords.ts';

export interface MapDocument {
  readonly title: string;
  /** Empty for none, as is `about`. */
  readonly question: string;
  readonly about: string;
  /** BCP 47; of everything that names no other. */
  readonly language: Language;
  readonly facts: readonly Fact[];
  /** The outline. A branch too deep for a page goes on in a part of its own. */
  readonly parts: readonly DocumentPart[];
  readonly sources: readonly DocumentSource[];
  /** Where they are asked for, one for each who wrote something, by name. */
  readonly markings: readonly Marking[];
  /** Of the relations that occur. */
  readonly legend: readonly LegendEntry[];
  readonly words: Words & DocumentWords;
}

export interface Fact {
  readonly label: string;
  readonly text: string;
  /** An http address, or null. */
  readonly link: string | null;
}

/** A page on which one person is marked. */
export interface Marking {
  readonly name: string;
  /** "3 claims · 1 comment". */
  readonly about: string;
  /** In the order of the outline. */
  readonly lines: readonly MarkedLine[];
  readonly fields: readonly MarkingField[];
}

/** What is filled in by hand. */
export interface MarkingField {
  /** With its colon. */
  readonly label: string;
  /** The levels of a criterion, one of which is ticked. */
  readonly choices: readonly string[];
  /** To write on, where nothing is ticked. */
  readonly lines: number;
}

export interface MarkedLine {
  /** "1.2a"; of a comment, that of its claim. */
  readonly number: string;
  /** "Support of 1.2", "Comment". */
  readonly label: string;
  readonly text: string;
  readonly language: Language;
}

export interface DocumentPart {
  /** Empty for the first part, which holds the theses; its anchor, too. */
  readonly letter: string;
  /** "A (continues 1.2.3)"; empty for the first part. */
  readonly heading: string;
  readonly lines: readonly DocumentLine[];
}

export interface DocumentLine {
  /** "1.2a"; the anchor of the line, too. */
  readonly number: string;
  /** How far in, from 0 to 17. */
  readonly depth: number;
  /** Undefined for one of several joint premises, whose group has a line of its own above. */
  readonly relation: Relation | undefined;
  /** Empty without a relation, as is `label`. */
  readonly sign: string;
  /** "Undercut, aimed at the inference of 1.2 (Expert opinion)", "Support, together". */
  readonly label: string;
  /** Of the claim; empty for a group of joint premises and where `see` says where it stands. */
  readonly text: string;
  readonly language: Language;
  /** Empty where nobody is named, or everything is by one person, whom the facts name. */
  readonly author: string;
  readonly see: Pointer | null;
  /** To the part where the branch goes on. */
  readonly continued: Pointer | null;
  readonly quotations: readonly DocumentQuotation[];
  readonly comments: readonly DocumentComment[];
}

/** A few words that lead to the line or the part `number`. */
export interface Pointer {
  readonly number: string;
  readonly text: string;
}

export interface DocumentQuotation {
  /** From 1 through the whole document, in the order of the outline. */
  readonly note: number;
  readonly exact: string;
  readonly language: Language;
  readonly bearing: string;
  /** Its place in `sources`. */
  readonly source: number;
  /** "A speech, edition 2, Ms Li, 12:30, ¶ 4, changed in edition 3". */
  readonly place: string;
  readonly gloss: DocumentGloss | null;
}

export interface DocumentGloss {
  /** In quotation marks. */
  readonly text: string;
  readonly language: Language;
  /** To be put right behind it: " (translated by Ms Li)"; nobody is named where no author is. */
  readonly by: string;
}

export interface DocumentComment {
  readonly label: string;
  readonly text: string;
}

export interface DocumentSource {
  readonly title: string;
  readonly url: string;
  /** The url, if it is an http address. */
  readonly link: string | null;
  readonly language: Language;
  readonly passages: readonly DocumentPassage[];
}

export interface DocumentPassage {
  readonly exact: string;
  /** "edition 2, Ms Li, 12:30, ¶ 4"; may be empty. */
  readonly place: string;
  /** Numbers of the claims that rest on it. */
  readonly claims: readonly string[];
}

export interface LegendEntry {
  readonly kind: Relation | 'joint' | 'reference';
  readonly sign: string;
  readonly word: string;
  readonly meaning: string;
}
