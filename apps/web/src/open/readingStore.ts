// How far this person has read in the open map. What is kept of it stands in the map (the table `visits`), so that all their
// devices agree; what was opened in this tab counts here at once, and is sent now and then.
import { AWAY, latestIn, latestOf, LOOKED_ANEW, MOST_OPENED, readMarksOf, unreadTalk, unreadWords, type Id, type LookRequest, type Opened, type ReadMarks, type Visit } from '@counterpoint/shared'; // prettier-ignore
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { MapState, MapStore } from './mapStore.ts';
import type { ScreenStore } from './screenStore.ts';

export interface ReadingState {
  /** Null for who has no seat in the map, and on their first visit: then nothing counts as new. */
  readonly reading: ReadMarks | null;
  /** Until when they looked at their notices; 0 where they never did. */
  readonly told: number;
  /** When they were last here, where that is long ago and they have not put the news of it aside. */
  readonly left: number | null;
}

export type Part = 'words' | 'talk';

export interface ReadingStore extends StoreApi<ReadingState> {
  /** Reads what others wrote about a claim: its words, or its discussion. */
  readonly open: (claim: Id, part: Part) => void;
  readonly readNotices: (until: number) => void;
  readonly readAll: () => void;
  /** Puts aside what is said of the time away; what is unread stays so. */
  readonly putAside: () => void;
  readonly close: () => void;
}

/** Keeps it; true once it is kept. It goes out even while the page closes. */
export type SendLook = (read: LookRequest) => Promise<boolean>;

/** The first look is kept when one has arrived, the next ones once a minute at most; what one does on purpose at once. */
const ARRIVED_MS = 5_000;

const NOTHING: ReadingState = { reading: null, told: 0, left: null };

export function createReading(doc: MapStore, screen: ScreenStore, send: SendLook): ReadingStore {
  const store = createStore<ReadingState>(() => NOTHING);
  const page = new PageReading(doc, screen, store, send);
  return {
    ...store,
    open: (claim, part) => page.open(claim, part),
    readNotices: (until) => page.readNotices(until),
    readAll: () => page.readAll(),
    putAside: () => store.setState({ left: null }),
    close: page.watch(),
  };
}

class PageReading {
  private isHere = false;
  /** What this page began with, and what was read all at once since. */
  private floor = 0;
  private told = 0;
  private opened: ReadonlyMap<Id, Opened> = new Map();
  private hasReadAll = false;
  private sentAt = -Infinity;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private hiddenAt: number | undefined;

  constructor(
    private readonly doc: MapStore,
    private readonly screen: ScreenStore,
    private readonly store: StoreApi<ReadingState>,
    private readonly send: SendLook,
  ) {}

  /** Follows the map and the page until the answer is called. */
  watch(): () => void {
    const stops = [
      this.doc.subscribe((state, before) => this.moved(state, before)),
      this.screen.subscribe(({ selected }, before) => {
        if (selected !== before.selected) this.openSelected();
      }),
    ];
    const turned = (): void => (document.hidden ? this.leave() : this.comeBack());
    const gone = (): void => this.leave();
    document.addEventListener('visibilitychange', turned);
    addEventListener('pagehide', gone);
    this.moved(this.doc.getState());
    return () => {
      document.removeEventListener('visibilitychange', turned);
      removeEventListener('pagehide', gone);
      for (const stop of stops) stop();
      this.leave();
    };
  }

  open(id: Id, part: Part): void {
    const { reading } = this.store.getState();
    const { view } = this.doc.getState();
    const claim = view.claims.get(id);
    if (!reading || !claim || document.hidden) return;
    const isUnread = part === 'words' ? unreadWords(claim, reading) : unreadTalk(view, id, reading) > 0;
    if (!isUnread) return;
    const was = reading.opened.get(id) ?? { claim: id, words: 0, talk: 0 };
    this.opened = new Map(this.opened).set(id, { ...was, [part]: latestOf(view, claim, part) });
    this.tell();
    this.keep();
  }

  readNotices(until: number): void {
    if (until <= this.store.getState().told) return;
    this.told = until;
    this.tell();
    void this.flush();
  }

  readAll(): void {
    if (!this.store.getState().reading) return;
    this.floor = latestIn(this.doc.getState().confirmed);
    this.hasReadAll = true;
    this.store.setState({ left: null });
    this.tell();
    void this.flush();
  }

  private moved(state: MapState, before?: MapState): void {
    if (!this.isHere) {
      if (state.current && state.version !== null && state.participant !== null && state.role !== null)
        this.arrive(state);
      return;
    }
    if (state.confirmed === before?.confirmed) return;
    if (state.confirmed.visits !== before?.confirmed.visits) this.tell();
    if (document.hidden) return;
    this.openSelected();
    if (
      state.confirmed.claims !== before?.confirmed.claims ||
      state.confirmed.comments !== before.confirmed.comments
    )
      this.keep();
  }

  private arrive(state: MapState): void {
    this.isHere = true;
    const visit = visitOf(state);
    const now = Date.now();
    this.floor = visit ? readMarksOf(visit, now).since : 0;
    this.tell();
    if (visit && now - visit.at > AWAY) this.store.setState({ left: visit.at });
    this.openSelected();
    this.keep();
  }

  /** What is kept and what was read here, put together. */
  private tell(): void {
    const visit = visitOf(this.doc.getState());
    const opened = new Map(visit?.opened.map((one) => [one.claim, one]));
    for (const [id, one] of this.opened) opened.set(id, later(one, opened.get(id)));
    const told = Math.max(this.told, visit?.told ?? 0);
    const since = Math.max(this.floor, visit?.since ?? 0);
    this.store.setState({ told, reading: visit ? { me: visit.id, since, opened } : null });
  }

  private openSelected(): void {
    const { selected } = this.screen.getState();
    const { view } = this.doc.getState();
    if (selected !== null) this.open(view.references.get(selected)?.claim ?? selected, 'words');
  }

  private keep(): void {
    const wait = Math.max(ARRIVED_MS, this.sentAt + LOOKED_ANEW - Date.now());
    this.timer ??= setTimeout(() => void this.flush(), wait);
  }

  private leave(): void {
    if (this.hiddenAt !== undefined) return;
    this.hiddenAt = Date.now();
    void this.flush(true);
  }

  /** Who was away for long comes anew. */
  private comeBack(): void {
    const away = Date.now() - (this.hiddenAt ?? Infinity);
    this.hiddenAt = undefined;
    if (away > AWAY) this.isHere = false;
    this.moved(this.doc.getState());
    this.openSelected();
  }

  /** Sends what is not kept yet; who leaves also says that they were here. */
  private async flush(isLeaving = false): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const state = this.doc.getState();
    // [P27] An archived map keeps nothing more.
    if (!this.isHere || state.ended !== null || state.confirmed.info.hold === 'archived') return;
    const read = this.unkept(state, isLeaving);
    if (!read) return;
    this.sentAt = Date.now();
    this.hasReadAll = false;
    if (!(await this.send(read).catch(() => false))) this.hasReadAll ||= read.all;
  }

  private unkept(state: MapState, isLeaving: boolean): LookRequest | undefined {
    const visit = visitOf(state);
    const kept = new Map(visit?.opened.map((one) => [one.claim, one]));
    const opened = [...this.opened.values()]
      .filter((one) => Math.max(one.words, one.talk) > this.floor && isBeyond(one, kept.get(one.claim)))
      .slice(-MOST_OPENED);
    const until = latestIn(state.confirmed);
    const isNew =
      !visit || until > visit.until || this.told > visit.told || opened.length > 0 || this.hasReadAll;
    const isDue = isLeaving && visit !== undefined && Date.now() - visit.at >= LOOKED_ANEW;
    return isNew || isDue ? { until, told: this.told, opened, all: this.hasReadAll } : undefined;
  }
}

const visitOf = ({ confirmed, participant }: MapState): Visit | undefined =>
  participant === null ? undefined : confirmed.visits.get(participant);

const later = (a: Opened, b: Opened | undefined): Opened =>
  b ? { ...a, words: Math.max(a.words, b.words), talk: Math.max(a.talk, b.talk) } : a;

const isBeyond = ({ words, talk }: Opened, kept: Opened | undefined): boolean =>
  words > (kept?.words ?? 0) || talk > (kept?.talk ?? 0);
