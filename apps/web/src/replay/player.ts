// Where in the story one is, and how it goes on. Time is that of the story: silence in it is short.
import { momentBy, type Story } from '@counterpoint/shared';
import { createStore, type StoreApi } from 'zustand/vanilla';

export const SPEEDS = [1, 8, 60, 600] as const;
export type Speed = (typeof SPEEDS)[number];

export interface PlayerState {
  /** The version that is shown. */
  readonly version: number;
  /** The one that is told of: it follows where one rests, for not all of it can be told as fast as it is drawn. */
  readonly told: number;
  readonly playing: boolean;
  readonly dragging: boolean;
  readonly speed: Speed;
}

export interface Player extends StoreApi<PlayerState> {
  readonly goTo: (version: number) => void;
  /** So many moments on, or back. */
  readonly step: (by: number) => void;
  /** To the begin of a phase before or after. */
  readonly stepPhase: (by: 1 | -1) => void;
  readonly play: (playing: boolean) => void;
  readonly drag: (dragging: boolean) => void;
  readonly hasten: (speed: Speed) => void;
  readonly stop: () => void;
}

/** While one plays, what happened is told so often; when the slider rests for so long, too. In ms. */
const TOLD_EVERY = 300;
const RESTS_AFTER = 150;
/** Nothing is waited for longer, at whatever speed. */
const LONGEST_WAIT = 1_500;

export function createPlayer(story: Story, start: number): Player {
  const store = createStore<PlayerState>(() => ({ version: start, told: start, playing: false, dragging: false, speed: 8 })); // prettier-ignore
  return new StoryPlayer(store, story).asStore();
}

class StoryPlayer {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private frame = 0;
  /** While it plays: the time of the story, and that of the page when it was that. */
  private from = 0;
  private last = 0;

  constructor(
    private readonly store: StoreApi<PlayerState>,
    private readonly story: Story,
  ) {}

  asStore(): Player {
    return {
      ...this.store,
      goTo: (version) => this.goTo(version),
      step: (by) => this.step(by),
      stepPhase: (by) => this.stepPhase(by),
      play: (playing) => (playing ? this.play() : this.pause()),
      drag: (dragging) => this.drag(dragging),
      hasten: (speed) => this.store.setState({ speed }),
      stop: () => this.stop(),
    };
  }

  private goTo(version: number): void {
    this.pause();
    this.show(version);
  }

  private step(by: number): void {
    const { moments } = this.story;
    const at = momentBy(this.story, 'version', this.store.getState().version) + by;
    const moment = moments[Math.max(0, Math.min(at, moments.length - 1))];
    if (moment) this.goTo(moment.version);
  }

  private stepPhase(by: 1 | -1): void {
    const { version } = this.store.getState();
    const { phases, moments } = this.story;
    const begins = [moments[0], ...phases, moments.at(-1)].map((one) => one?.version ?? version);
    const to = by > 0 ? begins.find((one) => one > version) : begins.findLast((one) => one < version);
    if (to !== undefined) this.goTo(to);
  }

  private drag(dragging: boolean): void {
    this.pause();
    this.store.setState({ dragging });
    if (!dragging) this.tell();
  }

  private play(): void {
    const { moments, length } = this.story;
    const { version, playing } = this.store.getState();
    if (playing || moments.length === 0) return;
    const now = moments[momentBy(this.story, 'version', version)];
    this.from = now && now.from < length ? now.from : 0;
    if (now === moments.at(-1)) this.show(moments[0]?.version ?? version);
    this.last = performance.now();
    this.store.setState({ playing: true });
    this.frame = requestAnimationFrame((at) => this.run(at));
  }

  private pause(): void {
    cancelAnimationFrame(this.frame);
    if (!this.store.getState().playing) return;
    this.store.setState({ playing: false });
    this.tell();
  }

  private run(at: number): void {
    const { speed } = this.store.getState();
    const { moments, length } = this.story;
    this.from += Math.max(0, at - this.last) * speed;
    this.last = at;
    const next = moments[momentBy(this.story, 'from', this.from) + 1];
    if (next) this.from = Math.max(this.from, next.from - LONGEST_WAIT * speed);
    const here = moments[momentBy(this.story, 'from', this.from)];
    if (here) this.show(here.version);
    if (this.from >= length) this.pause();
    else this.frame = requestAnimationFrame((then) => this.run(then));
  }

  private show(version: number): void {
    if (version === this.store.getState().version) return;
    this.store.setState({ version });
    const { playing, dragging } = this.store.getState();
    if (dragging) {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.tell(), RESTS_AFTER);
    } else if (playing) this.timer ??= setTimeout(() => this.tell(), TOLD_EVERY);
    else this.tell();
  }

  private tell(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const { version, told } = this.store.getState();
    if (told !== version) this.store.setState({ told: version });
  }

  private stop(): void {
    cancelAnimationFrame(this.frame);
    clearTimeout(this.timer);
  }
}
