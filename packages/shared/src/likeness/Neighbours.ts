// Of each claim of a map those that are most like it, kept up to date from edit to edit.
import type { Id } from '../map/id.ts';
import type { Table } from '../map/table.ts';
import type { Claim } from '../map/tables/claims.ts';
import { byScore, Likes, type Like } from './Likes.ts';

/** So many of each claim are known. */
export const KNOWN = 12;
/** What is less like it is like anything. */
const LEAST = 0.1;

export class Neighbours {
  private readonly likes = new Likes();
  private readonly lists = new Map<Id, readonly Like[]>();
  private readonly waiting = new Set<Id>();

  /** In steps of one claim: of ten thousand it takes a while, and who looks on need not wait for all of them. */
  *follow(claims: Table<Claim>): Generator<undefined> {
    for (const id of this.likes.follow(claims)) {
      this.forget(id);
      this.waiting.add(id);
      yield;
    }
    for (const id of this.waiting) {
      this.learn(id);
      this.waiting.delete(id);
      yield;
    }
  }

  /** The most alike first. */
  of(claim: Id): readonly Like[] {
    return this.lists.get(claim) ?? [];
  }

  claims(): Iterable<Id> {
    return this.lists.keys();
  }

  private learn(id: Id): void {
    const text = this.likes.textOf(id);
    if (text === undefined) return;
    const list = this.likes.nearest(text, { most: KNOWN, least: LEAST, except: (other) => other === id });
    this.lists.set(id, list);
    for (const { claim, ...like } of list) {
      const theirs = this.lists.get(claim);
      if (theirs && !theirs.some((one) => one.claim === id))
        this.lists.set(claim, [...theirs, { ...like, claim: id }].sort(byScore).slice(0, KNOWN));
    }
  }

  private forget(id: Id): void {
    if (!this.lists.delete(id)) return;
    for (const [claim, list] of this.lists)
      if (list.some((one) => one.claim === id))
        this.lists.set(
          claim,
          list.filter((one) => one.claim !== id),
        );
  }
}
