export * from './result.ts';
export * from './map/id.ts';
export * from './map/info.ts';
export * from './map/faces.ts';
export { newPseudonym, newPseudonyms } from './map/pseudonyms.ts';
export * from './map/stamp.ts';
export * from './map/map.ts';
export { TOP } from './map/tables/description.ts';
export * from './map/tables/claims.ts';
export * from './map/tables/arguments.ts';
export * from './map/tables/references.ts';
export * from './map/tables/comments.ts';
export * from './map/tables/sources.ts';
export * from './map/tables/editions.ts';
export * from './map/tables/quotations.ts';
export * from './map/tables/rounds.ts';
export * from './map/tables/finishes.ts';
export * from './map/tables/annotations.ts';
export * from './map/tables/flags.ts';
export * from './map/tables/visits.ts';
export * from './map/tables/mergers.ts';
export * from './map/tables/debates.ts';
export * from './map/tables/hands.ts';
export * from './map/tables/allowances.ts';
export * from './map/tables/mutes.ts';
export * from './map/tables/polls.ts';
export * from './map/tables/ballots.ts';
export * from './map/tables/votes.ts';
export * from './map/tables/tallies.ts';
export * from './map/tables/rubrics.ts';
export * from './map/tables/grades.ts';
export * from './map/tables/rules.ts';
export * from './map/tables/reasons.ts';
export * from './map/tables/trusts.ts';
export * from './map/tables/participants.ts';
export { idInKey } from './map/bare.ts';
export * from './map/tables/reveals.ts';
export * from './map/tables/proposals.ts';
export * from './map/tables/tables.ts';
export * from './map/order.ts';
export * from './map/text.ts';
export * from './map/text-merge.ts';
export * from './map/text-diff.ts';
export * from './map/table.ts';
export * from './map/patch.ts';
export * from './map/older.ts';
export { withPeople } from './map/fields.ts';
export * from './map/tree.ts';
export {
  findQuote,
  normalText,
  passageAt,
  pointsIn,
  unitAt,
  wordsAt,
  type Passage,
} from './source/passage.ts';
export * from './source/anchoring.ts';
export { nearest, type Nearest } from './source/nearest.ts';
export { reanchor } from './source/reanchor.ts';
export { blocks, sentences, type Span } from './source/sentences.ts';
export {
  agreementOf,
  type Agreement,
  type Alpha,
  type Coding,
  type NoAlpha,
  type Unit,
} from './source/agreement.ts';
export { mergedMarks, stretches, type Merged, type Mark, type Stretch } from './source/merged.ts';
export * from './source/readText.ts';
export * from './source/rule.ts';
export * from './source/rules.ts';
export { suggest, Suggestion } from './source/suggest.ts';
export * from './source/readText.ts';
export { items } from './source/suggestRows.ts';
export { fold, FOLD_RULE } from './search/fold.ts';
export { isFound, pairsIn, wordsOfQuery } from './search/pairs.ts';
export { LONGEST_QUERY, partsOf } from './search/parts.ts';
export { snippet, Snippet } from './search/snippet.ts';
export { ALIKE, Likes, type Like } from './likeness/Likes.ts';
export { Neighbours } from './likeness/Neighbours.ts';
export { misplacedIn, type Misplaced } from './likeness/misplaced.ts';
export {
  compareMaps,
  type Comparison,
  type HangsOtherwise,
  type Pair as ComparedPair,
} from './likeness/compared.ts';
export { pairOf, twinsIn, type Twins } from './likeness/twins.ts';
export * from './map/relation.ts';
export * from './map/actions.ts';
export * from './map/addList.ts';
export * from './map/branchText.ts';
export * from './map/edit.ts';
export * from './map/applyEdit.ts';
export * from './map/lookalikes.ts';
export { unmarked } from './map/nameMark.ts';
export { namesApart } from './map/namesApart.ts';
export * from './map/roles.ts';
export * from './map/permissions.ts';
export { viewerIn, type Viewer } from './map/circles.ts';
export * from './map/visibility.ts';
export type { AddEdition, AddSource } from './map/edits/sources.ts';
export * from './map/pending.ts';
export { isBareProposal, toldPatches } from './map/words.ts';
export { broughtBack, takenAlong, type Along } from './map/edits/remove.ts';
export { isCited, MOST_REASONS } from './map/edits/reasons.ts';
export { putAwayIn } from './map/putAway.ts';
export { muteOf } from './map/mutes.ts';
export { ballotFor, earlierBallots, judgedIn, tallyFor, voteOf } from './map/voting.ts';
export { pollsIn } from './map/edits/polls.ts';
export { MOST_RELEASED, type GradeEdit } from './map/edits/grade.ts';
export * from './grading/grades.ts';
export * from './grading/work.ts';
export * from './grading/gradesTable.ts';
export * from './grading/rubricFile.ts';
export { swingOf, type Swing } from './debate/poll.ts';
export { hiddenWith } from './map/edits/mute.ts';
export { acceptedBy, isTrusted, trustOf } from './map/trust.ts';
export { marksOf } from './map/edits/annotate.ts';
export { notBegun, type BeginDebate, type PlanDebate } from './map/edits/debate.ts';
export type { ClockEdit } from './map/edits/clock.ts';
export { MOST_DRAFTS, type Propose } from './map/edits/propose.ts';
export * from './debate/clock.ts';
export * from './debate/sides.ts';
export { unansweredIn, type Leaning, type Unanswered } from './debate/unanswered.ts';
export { participationIn, type Participation } from './debate/participation.ts';
export { handsIn, pointsIn as pointsOfOrderIn, queueIn, speakingIn, spokenBy } from './debate/queue.ts';
export { FORMATS as DEBATE_FORMATS, planOf, type Format as DebateFormat } from './debate/formats.ts';
export { finishOf, roundsOn } from './map/edits/rounds.ts';
export { MOST_SPLIT, type SplitClaim } from './map/edits/split.ts';
export { flagsOn, isOpenFlag } from './map/edits/flag.ts';
export { stanceOn, type Stance } from './map/stance.ts';
export {
  baseOf,
  NO_VOTES,
  relevanceOf,
  USUAL,
  type How,
  type Prior,
  votesFor,
  type Voted,
  type Votes,
} from './strength/votes.ts';
export { METHODS, type Method } from './strength/semantics.ts';
export {
  numberOf,
  strengthsAfter,
  strengthsOf,
  type Strength,
  type Strengths,
} from './strength/strengths.ts';
export { countsOf as strengthCountsOf, type Counts as StrengthCounts } from './strength/counted.ts';
export { howIn, METHOD_NAMED, shownOf, type NamedMethod, type Shown } from './strength/shown.ts';
export { scoresIn, type Scores } from './strength/scores.ts';
export { explanationOf, type Contribution, type Explanation } from './strength/explain.ts';
export { circlesIn, type Circle } from './strength/circles.ts';
export { groundedIn, type Label, type SupportReading } from './strength/grounded.ts';
export { AWAY, Look, LOOKED_ANEW, MOST_OPENED } from './map/edits/look.ts';
export * from './map/mentions.ts';
export * from './map/notices.ts';
export { noticeSentence } from './map/noticeWords.ts';
export * from './map/unread.ts';
export type { Context, Standing } from './map/edits/kind.ts';
export { Place } from './map/edits/place.ts';
export { MARK } from './formats/csv/csvCell.ts';
export { NO_TASKS, TASKS, type Tasks } from './map/tasks.ts';
export type { OwnData, OwnMap } from './person/ownData.ts';
export { ownDataMarkdown } from './person/ownDataMarkdown.ts';
export { ownRows } from './person/ownRows.ts';
export { gini, lorenz } from './report/gini.ts';
export { growthOf, type Grown } from './report/growth.ts';
export { addedUp, partsIn, sidesOf, votedBy, type PersonPart, type SidePart } from './report/parts.ts';
export { broughtEdit } from './groups/broughtEdit.ts';
export { divided, fromRoster, type Roster } from './groups/divided.ts';
export {
  copiedContent,
  groupContent,
  groupRetitled,
  groupTitle,
  isBrought,
  isDivided,
} from './groups/groupContent.ts';
export { FEWEST, MOST_GROUPS } from './groups/size.ts';
export { mergedContent, type GroupMap } from './groups/merged.ts';
export { reportCsv } from './report/reportCsv.ts';
export { strengthOver, type StrengthThen } from './report/strengthOver.ts';
export { doneOf, progressIn, type Progress } from './report/tasks.ts';
export * from './record/record.ts';
export * from './replay/Past.ts';
export * from './replay/rows.ts';
export * from './replay/story.ts';
export * from './record/recordCsv.ts';
export * from './record/recordRow.ts';
export * from './record/recordWords.ts';
export * from './sync/protocol.ts';
export * from './sync/log.ts';
export * from './sync/scrubbed.ts';
export * from './sync/sequence.ts';
export * from './sync/MapRoom.ts';
export * from './sync/ports.ts';
export * from './sync/SyncClient.ts';
export * from './sync/step.ts';
export * from './sync/UndoStack.ts';
export * from './accountApi.ts';
export * from './api.ts';
export * from './answers.ts';
export * from './samples/sample.ts';
export { isSample, SAMPLES } from './samples/sampleIds.ts';
export * from './samples/sampleContent.ts';
export { demoClass } from './samples/demoClass.ts';
export { speech } from './samples/speech.ts';
export type { Format, Origin, Reading } from './formats/format.ts';
export { MOST_FILE_BYTES } from './formats/format.ts';
export { detected, FORMATS, formatOf, PAPERS, type Paper, type PaperId } from './formats/formats.ts';
export { ExportOptions } from './formats/options.ts';
export { chosen } from './formats/choose.ts';
export { withRemark } from './formats/remark.ts';
export { lossWords, reportLines } from './formats/lossWords.ts';
export { isRepair, Loss, together, type LossKind, type Told } from './formats/loss.ts';
export { renew } from './formats/graph/renew.ts';
export { unsound } from './formats/graph/soundness.ts';
export * from './sync/Door.ts';
export { announced, sizeOf } from './sync/Recent.ts';
export * from './layout/boxes.ts';
export * from './layout/card.ts';
export { lettered } from './layout/lettered.ts';
export { layoutMap, type LayoutOptions } from './layout/tree.ts';
export { LayoutCache } from './layout/cache.ts';
export { thumbnail, type Thumbnail } from './layout/thumbnail.ts';
export * from './formats/document/mapDocument.ts';
export { documentOf } from './formats/document/documentOf.ts';
export { documentLosses, drawnLosses } from './formats/document/mapDocumentLosses.ts';
export { settled } from './formats/document/numberingSettled.ts';
export { jsonOf } from './formats/json.ts';
export { pictureOf, type PictureOptions } from './layout/picture.ts';
export * from './layout/pictureShapes.ts';
export { svgOf, type SvgOptions } from './layout/pictureSvg.ts';
export * from './layout/palette.ts';
export { baseline, linesOf, lineOf, widthOf } from './layout/pictureText.ts';
export { signOf, SIGN_SIZE } from './layout/pictureSigns.ts';
export { grafted, type Graft, type GraftOptions } from './formats/graph/grafted.ts';
export {
  fontIn,
  graphemeEnds,
  isChinese,
  SHARED_MARKS,
  voiceOf,
  type Font,
  type Voice,
} from './layout/measure.ts';
export type { Ruler } from './layout/wrap.ts';
export { shownTree } from './formats/shownTree.ts';
export { xmlShown, xmlText } from './formats/xml/xmlText.ts';
