// What must hold when the network is healed and all is quiet.
import { bareEdit } from '../../map/words.ts';
import type { Edit } from '../../map/edit.ts';
import { emptyMap, type ArgumentMap } from '../../map/map.ts';
import type { Id } from '../../map/id.ts';
import { applyPatches, contentOf } from '../../map/patch.ts';
import { scrubbed } from '../scrubbed.ts';
import type { World } from './World.ts';
import { UNSTORABLE } from './writer.ts';

export function check(world: World): void {
  checkLog(world);
  checkPurged(world);
  checkSent(world);
  checkTabs(world);
  checkRooms(world);
}

/** [S1] [S3] Gapless, every edit once, each client's edits in their order; the tables are the log replayed. */
function checkLog({ disk: { log }, history }: World): void {
  const seqs = new Map<string, number>();
  const ids = new Set<string>();
  for (const [i, { version, client, seq, id }] of log.changes.entries()) {
    if (version !== i + 1) history.fault(`[S1] version ${version} stands at ${i + 1}`);
    if ((seqs.get(client) ?? 0) >= seq)
      history.fault(`[S3] seq ${seq} of ${client} comes after ${seqs.get(client)}`);
    if (ids.has(id)) history.fault(`[S3] edit ${id} was applied twice`);
    seqs.set(client, seq);
    ids.add(id);
  }
  const replayed = log.changes.reduce((map, change) => applyPatches(map, change.patches), emptyMap);
  if (!isSame(replayed, log.tables)) history.fault('the tables differ from the log replayed');
}

/** [S15] Nothing that was purged has words in the log, or in what a room keeps of it. */
function checkPurged({ disk: { log }, history, processes }: World): void {
  const kept = processes.flatMap((process) => process?.kept ?? []);
  for (const change of [...log.changes, ...kept])
    if (scrubbed(change, log.gone) !== change)
      history.fault(`[S15] version ${change.version} holds words that were purged`);
}

/** [S3] [S9] Whatever was ever sent is in the log as it was sent, or in its author's tray; never both, never neither. */
function checkSent({ disk: { log }, history }: World): void {
  const logged = new Map(log.changes.map((change) => [change.id, change]));
  for (const [id, { edit, participant, tab }] of history.sentEdits) {
    const change = logged.get(id);
    const refused = tab.tray.get(id);
    const verdict = history.verdictsById.get(id);
    if (change && refused) history.fault(`edit ${id} is in the log and in the tray`);
    if (!change && !refused && !tab.stored.has(id) && !history.unstored.has(id))
      history.fault(`[S9] edit ${id} is neither in the log nor in the tray`);
    if (change && (JSON.stringify(change.edit) !== asLogged(edit, log.gone) || change.by !== participant))
      history.fault(`edit ${id} is in the log as another`);
    if (refused && JSON.stringify(refused.edit) !== edit)
      history.fault(`[S9] edit ${id} is in the tray as another`);
    if (verdict && 'version' in verdict && change?.version !== verdict.version)
      history.fault(`[S2] edit ${id} was acknowledged and is lost`);
    if (refused?.refusal.code === 'internal' && !edit.includes(UNSTORABLE))
      history.fault(`a good edit was refused: ${edit}`);
  }
}

/** Everyone who may read sees the same, and nothing waits any more. */
function checkTabs({ disk: { log }, history, tabs }: World): void {
  for (const { page, participant, stored, tray } of tabs) {
    if (!page) continue;
    const { client } = page;
    const role = log.tables.participants.get(participant)?.role ?? null;
    if (role === null) continue; // who was sent away keeps what they had, and their words
    if (client.status !== 'live') history.fault(`a ${role} is ${client.status} at the end`);
    if (client.version !== log.version)
      history.fault(`a ${role} stands at version ${client.version} of ${log.version}`);
    else history.compare(client);
    if (client.pending.length > 0 || stored.size > 0)
      history.fault(`${client.pending.length} edits of a ${role} wait for ever, ${stored.size} are stored`);
    if (client.view !== client.confirmed)
      history.fault('the view differs from the confirmed map although nothing is pending');
    for (const id of tray.keys())
      if (!client.tray.some((entry) => entry.id === id)) history.fault(`[S9] ${id} is not shown in the tray`);
  }
}

function checkRooms({ disk: { log }, history, processes }: World): void {
  for (const process of processes) {
    const current = process?.current;
    if (!current) continue;
    if (current.version !== log.version)
      history.fault(`a room stands at version ${current.version} of ${log.version}`);
    else if (!isSame(current.map, log.tables)) history.fault('a room differs from the tables');
  }
}

/** [S15] */
const asLogged = (edit: string, gone: ReadonlySet<Id>): string =>
  gone.size === 0 ? edit : JSON.stringify(bareEdit(JSON.parse(edit) as Edit, gone));

const isSame = (a: ArgumentMap, b: ArgumentMap): boolean =>
  JSON.stringify(contentOf(a)) === JSON.stringify(contentOf(b));
