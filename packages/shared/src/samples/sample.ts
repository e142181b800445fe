/** A statement in both languages; neither is the translation of record. */
export type Text = { zh: string; en: string };

export type SampleClaim = {
  text: Text;
  /** The part of the speech this claim draws on. The thesis has none; nor has a claim added for discussion. */
  part?: 1 | 2 | 3 | 4 | 5;
  comments?: Text[];
  replies?: SampleArgument[];
};

export type SampleArgument = {
  direction: 'support' | 'rebut';
  /** One premise, or several joint premises that count only together. */
  premises: SampleClaim[];
  /** Rebuttals of this argument's inference, always `rebut`. */
  undercuts?: SampleArgument[];
};

export type SampleMap = {
  title: Text;
  question: Text;
  about: Text;
  /** Who is named as author: of claims drawn from the source, and of those added for discussion. */
  voices: { source: Text; discussion: Text };
  theses: SampleClaim[];
};
