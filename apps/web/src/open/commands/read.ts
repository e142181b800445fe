// Commands that go through what is new to this person.
import { nextUnread, unreadTalk, type Id } from '@counterpoint/shared';
import { claimOf, command, type At, type Command } from '../command.ts';
import { DISCUSSION_PANE } from '../links.ts';
import { showClaim } from '../showClaim.ts';

const nextIn = (at: At): Id | undefined => {
  const { reading } = at.session.reading.getState();
  return reading ? nextUnread(at.doc.view, reading, claimOf(at)?.id ?? null) : undefined;
};

export const nextUnreadCommand = command(
  'nextUnread',
  { group: 'page', icon: 'bell', keys: ['N'], reach: 'page' },
  (at) => nextIn(at) !== undefined,
  (at) => {
    const { reading } = at.session.reading.getState();
    const next = nextIn(at);
    if (next === undefined || !reading) return;
    const hasTalk = unreadTalk(at.doc.view, next, reading) > 0;
    showClaim(at.session.screen, at.doc.view, next);
    if (hasTalk) {
      at.screen.showTab(DISCUSSION_PANE);
      at.screen.openPanel(true);
    }
    at.screen.hands?.focus();
  },
);

export const reading: readonly Command[] = [
  nextUnreadCommand,
  command(
    'readAll',
    { group: 'page', icon: 'check' },
    (at) => nextIn({ ...at, id: null }) !== undefined,
    ({ session }) => session.reading.readAll(),
  ),
];
