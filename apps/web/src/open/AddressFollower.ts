// Ties what is open on the screen to the address. What one chooses to see makes an entry in the history of the browser, so
// that Back and Forward go there; walking with the selection rewrites the entry one is at.
import { wentTo, type Id } from '@counterpoint/shared';
import { readAddress, writeAddress, type Places, type ReadAddress } from './address.ts';
import type { MapSession } from './mapSession.ts';
import type { ScreenState } from './screenStore.ts';
import { showClaim } from './showClaim.ts';
import { isClaimHere, targetAt, type Target } from './target.ts';
import { serverNow } from './serverTime.ts';

export interface Browser {
  /** A new entry after the present one. */
  readonly push: (search: string) => void;
  /** Rewrites the present entry. Browsers count how often. */
  readonly replace: (search: string) => void;
  /** Tells what became of a link whose claim is not in sight. */
  readonly tell: (target: Exclude<Target, { is: 'here' }>, claim: Id | null) => void;
}

/** Safari allows 100 rewritten entries in 30 seconds; a key that is held down asks for as many in three. */
const PAUSE_MS = 400;

export class AddressFollower {
  private places: Places | undefined;
  /** As it stands in the browser. */
  private written = '';
  /** The address before what one is just doing: a press may change several things, and is one step. */
  private before: string | undefined;
  private isStep = false;
  private pause: ReturnType<typeof setTimeout> | undefined;
  /** The claim of a link that may still be on its way to us. */
  private sought: Id | null = null;
  private readonly endings: readonly (() => void)[];

  constructor(
    private readonly session: Pick<MapSession, 'doc' | 'screen'>,
    private readonly browser: Browser,
  ) {
    this.endings = [
      session.screen.subscribe((now, was) => this.changed(now, was)),
      session.doc.subscribe(() => {
        this.follow();
        if (this.sought !== null) this.quietly(() => this.seek());
      }),
    ];
  }

  stop(): void {
    for (const end of this.endings) end();
    clearTimeout(this.pause);
    this.places = undefined;
  }

  /** The page came to this address: from outside, by Back or Forward, or by being turned to other places. */
  arrive(search: string, places: Places): void {
    const isTurned = this.places !== undefined && search === this.written;
    if (isTurned && places === this.places) return;
    const asked = readAddress(isTurned ? this.query : search, places);
    this.places = places;
    this.written = search;
    this.quietly(() => this.open(asked));
  }

  /** A field that is open stays as it is: what stands in it is kept by its place. */
  private open({ view, claim: named, focus: within, pane, text, at, version, garbled }: ReadAddress): void {
    const {
      show,
      openPanel,
      showTab,
      focusOn,
      select,
      read,
      replay,
      focus: was,
    } = this.session.screen.getState();
    const { view: map, participant } = this.session.doc.getState();
    const [claim, focus] = [named, within].map((id) => (id === null ? null : wentTo(map, id))) as [Id | null, Id | null]; // prettier-ignore
    show(view);
    openPanel(pane !== null);
    if (pane !== null) showTab(pane);
    read(text, at ?? undefined);
    replay(version);
    const branch = focus !== null && isClaimHere(map, focus) ? focus : null;
    if (branch !== was) focusOn(branch);
    if (claim === null || targetAt(map, claim, participant, serverNow()).is !== 'here') select(null);
    this.sought = claim;
    this.seek();
    if (garbled) this.browser.tell({ is: 'nowhere' }, null);
  }

  /** What one looks at was merged into another claim: one looks at that then. */
  private follow(): void {
    const { selected, focus, select, focusOn } = this.session.screen.getState();
    const { view } = this.session.doc.getState();
    if (selected !== null && view.mergers.has(selected)) select(wentTo(view, selected));
    if (focus !== null && view.mergers.has(focus)) focusOn(wentTo(view, focus));
  }

  private seek(): void {
    if (this.sought === null) return;
    const { view, participant, current } = this.session.doc.getState();
    const claim = wentTo(view, this.sought);
    const target = targetAt(view, claim, participant, serverNow());
    // Frames that tell of the claim may still be on their way.
    if (target.is === 'nowhere' && !current) return;
    this.sought = null;
    if (target.is === 'here') showClaim(this.session.screen, view, claim);
    else this.browser.tell(target, claim);
  }

  private changed(now: ScreenState, was: ScreenState): void {
    if (!this.places) return;
    if (now.selected !== was.selected) this.sought = null;
    const before = this.queryOf(was);
    if (this.queryOf(now) === before && now.reveal === was.reveal) return;
    if (this.before === undefined) {
      this.before = before;
      queueMicrotask(() => this.settle());
    }
    this.isStep ||= isAnotherSight(now, was);
  }

  /** One press is over. */
  private settle(): void {
    const { before, isStep } = this;
    this.before = undefined;
    this.isStep = false;
    if (before === undefined) return;
    const now = this.query;
    if (!isStep || now === before) {
      this.rewriteSoon();
      return;
    }
    this.rewrite(before);
    this.written = now;
    this.browser.push(now);
  }

  /** What the address did itself is no step of anyone's. */
  private quietly(change: () => void): void {
    change();
    this.before = undefined;
    this.isStep = false;
    if (this.sought === null) this.rewriteSoon();
  }

  private rewriteSoon(): void {
    if (this.pause !== undefined) return;
    this.rewrite(this.query);
    this.pause = setTimeout(() => {
      this.pause = undefined;
      if (this.query !== this.written) this.rewriteSoon();
    }, PAUSE_MS);
  }

  private rewrite(search: string): void {
    if (search === this.written) return;
    this.written = search;
    this.browser.replace(search);
  }

  private get query(): string {
    return this.queryOf(this.session.screen.getState());
  }

  private queryOf({
    view,
    selected,
    focus,
    panelOpen,
    panelTab,
    edition,
    passage,
    replayed,
  }: ScreenState): string {
    if (!this.places) return this.written;
    const address = {
      view: view ?? this.places.start.view,
      claim: this.sought ?? selected,
      focus,
      pane: panelOpen ? (panelTab ?? this.places.panes[0] ?? null) : null,
      text: edition,
      at: passage?.edition === edition ? passage : null,
      version: replayed,
    };
    return writeAddress(address, this.places);
  }
}

/** Whether one looks at something else now, and not only at the next claim. */
function isAnotherSight(now: ScreenState, was: ScreenState): boolean {
  return (
    now.view !== was.view ||
    now.focus !== was.focus ||
    now.panelOpen !== was.panelOpen ||
    (now.panelOpen && now.panelTab !== was.panelTab) ||
    now.reveal !== was.reveal
  );
}
