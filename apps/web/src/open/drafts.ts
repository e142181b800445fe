// A claim that is being written and that nobody else knows of yet: it becomes an edit once it has words.
import { languageOf, type ArgumentMap, type Edit, type Id, type Place } from '@counterpoint/shared';
import { newId } from './newId.ts';

export interface Draft {
  readonly claim: Id;
  /** Where it will stand; made by asReply, asSibling, asJoint or asThesis. */
  readonly to: Place;
}

export const draftAt = (to: Place): Draft => ({ claim: newId(), to });

export const addDraft = ({ info }: ArgumentMap, { claim, to }: Draft, text: string): Edit => ({
  kind: 'add-claim',
  claim,
  text,
  language: languageOf(text, info.language),
  to,
});
