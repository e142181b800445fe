import type { Command } from '../command.ts';
import { clipping } from './clip.ts';
import { debating } from './debate.ts';
import { grading } from './grade.ts';
import { holding } from './hold.ts';
import { looking } from './look.ts';
import { page, stepping } from './page.ts';
import { placing, removal } from './place.ts';
import { reading } from './read.ts';
import { reviewing } from './review.ts';
import { voting } from './vote.ts';
import { writing } from './write.ts';

/** Every command, in the order of menus. One more is one more entry, and its words. */
export const COMMANDS: readonly Command[] = [
  ...reviewing,
  ...writing,
  ...placing,
  ...clipping,
  ...looking,
  removal,
  ...reading,
  ...debating,
  ...holding,
  ...voting,
  ...grading,
  ...page,
  ...stepping,
];
