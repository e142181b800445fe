// What is much like some words, of all that this person sees. The index is made in the page, of their own view: what they may
// not see is not in it.
import { isLive, Likes, type Id, type Like } from '@counterpoint/shared';
import type { MapSession } from '../open/mapSession.ts';
import { inSlices } from '../ui/inSlices.ts';

interface Kept {
  readonly likes: Likes;
  /** One after the other: two that follow the map at once would undo each other's work. */
  following: Promise<void>;
}

const keptBy = new WeakMap<MapSession, Kept>();

/** Fewer characters are like anything. */
const SHORTEST = 4;

/** The claim most like the text, other than `own`; nothing where none is. */
export async function mostLike(session: MapSession, text: string, own: Id | null): Promise<Like | undefined> {
  if ([...text.trim()].length < SHORTEST) return undefined;
  const kept = keptBy.get(session) ?? { likes: new Likes(), following: Promise.resolve() };
  keptBy.set(session, kept);
  const follow = (): Promise<void> => inSlices(kept.likes.follow(session.doc.getState().view.claims));
  kept.following = kept.following.then(follow);
  await kept.following;
  const { view } = session.doc.getState();
  const [like] = kept.likes.nearest(text, { most: 1, except: (id) => id === own || !isLive(view, id) });
  return like;
}
