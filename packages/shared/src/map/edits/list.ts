// The kinds of edits that people ask for. A new one is a file and a line here.
import { addClaim } from './addClaim.ts';
import { annotate } from './annotate.ts';
import { beginDebate, planDebate, spotlight } from './debate.ts';
import { clock } from './clock.ts';
import { arrangeHands, raiseHand, setHand } from './hands.ts';
import { propose, publish } from './propose.ts';
import { setAllowance, setSide } from './sides.ts';
import { changeSettings } from './changeSettings.ts';
import { addComment } from './comment.ts';
import { curate } from './curate.ts';
import { decide, withdraw } from './decide.ts';
import { closeFlags, flag } from './flag.ts';
import { gloss } from './gloss.ts';
import { grade, releaseGrades } from './grade.ts';
import { setHold } from './hold.ts';
import { depart, join, rename, setRole } from './members.ts';
import { look } from './look.ts';
import { lookBehind } from './lookBehind.ts';
import { mergeClaim, unmergeClaim } from './merge.ts';
import { mute, unmute } from './mute.ts';
import { beginPoll, endPoll } from './polls.ts';
import { moveArgument } from './moveArgument.ts';
import { moveClaim } from './moveClaim.ts';
import { handOver } from './handOver.ts';
import { purge } from './purge.ts';
import { quote } from './quote.ts';
import { addReference, dropReference } from './references.ts';
import { remove, restore } from './remove.ts';
import { reopen } from './reopen.ts';
import { dropReason, setReason } from './reasons.ts';
import { reorder } from './reorder.ts';
import { requote } from './requote.ts';
import { appeal, resubmit } from './resubmit.ts';
import { reword } from './reword.ts';
import { beginRound, finishRound, openRound } from './rounds.ts';
import { setRubric } from './rubric.ts';
import { dropRule, setRule } from './rules.ts';
import { addEdition, addSource } from './sources.ts';
import { moveQuotation, splitClaim } from './split.ts';
import { setTrust } from './trust.ts';
import { turn } from './turn.ts';
import { vote } from './vote.ts';

export const SINGLE = [
  addClaim, reword, moveClaim, moveArgument, turn, reorder, addReference, dropReference, remove, restore, purge,
  addComment, addSource, addEdition, quote, requote, gloss, annotate, setRule, dropRule, changeSettings, setHold, mute, unmute, setRole, decide, reopen, handOver, withdraw, resubmit, appeal, flag, closeFlags,
  setReason, dropReason, setTrust, lookBehind,
  beginRound, openRound, finishRound, curate, look,
  mergeClaim, unmergeClaim, splitClaim, moveQuotation,
  beginDebate, planDebate, clock, spotlight, setSide, setAllowance, raiseHand, setHand, arrangeHands,
  vote, beginPoll, endPoll,
  setRubric, grade, releaseGrades,
  propose, publish,
] as const; // prettier-ignore

/** What the server alone asks for, about people. */
export const BY_SERVER = [join, rename, depart] as const;
