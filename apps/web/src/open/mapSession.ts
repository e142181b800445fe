// Opens a map for one person in one tab: outbox, client, connection and stores, wired once and without React.
import {
  SyncClient,
  type Id,
  type Presence,
  type Steps,
  type SyncHost,
  type Transport,
} from '@counterpoint/shared';
import { api } from '../api.ts';
import { MapConnection, type ConnectionHost } from './mapConnection.ts';
import { createMapStore, type MapStore } from './mapStore.ts';
import { newId } from './newId.ts';
import { createNews, type NewsStore } from './newsStore.ts';
import { noOutbox, openOutbox, type Owner, type TabOutbox } from './outbox.ts';
import { keepFields } from './placesOfWords.ts';
import { keepFolds } from './keptFolds.ts';
import { keepKeeping } from './keptKeeping.ts';
import { keepPolicy } from './keptPolicy.ts';
import { keepSteps, readSteps, tabShelf } from './keptSteps.ts';
import { createReading, type ReadingStore, type SendLook } from './readingStore.ts';
import { createPeopleStore, type PeopleStore } from './peopleStore.ts';
import { serverNow } from './serverTime.ts';
import { giveColours } from '../ui/colours.ts';
import { createScreenStore, type ScreenStore } from './screenStore.ts';
import { createStrengthStore, type StrengthStore } from './strengthStore.ts';
import { takeClient } from './tabClient.ts';
import { createTypedStore, shelfOf, type TypedStore } from './typedStore.ts';

export interface MapSession {
  readonly id: Id;
  readonly doc: MapStore;
  readonly screen: ScreenStore;
  readonly people: PeopleStore;
  readonly news: NewsStore;
  /** How far this person has read. */
  readonly reading: ReadingStore;
  /** How strong claims are, while the map shows that. */
  readonly strength: StrengthStore;
  /** Words that were typed and not sent. */
  readonly typed: TypedStore;
  /** Tells the others where I am; throttled. */
  readonly show: (presence: Partial<Presence>) => void;
  readonly close: () => void;
}

/** What a session needs of a connection; tests bring one without a network. */
export interface Connection extends Transport {
  open(): void;
  close(): void;
  show(presence: Presence): void;
}
export type Connect = (host: ConnectionHost) => Connection;

export async function openSession(
  owner: Owner,
  connect: Connect = (host) => new MapConnection(owner.map, host),
  look: SendLook = async (read) => (await api.look(owner.map, read)).ok,
): Promise<MapSession> {
  const read = async (outbox: TabOutbox) => {
    const { release, ...left } = await takeClient(owner.map, outbox);
    const steps = readSteps(owner, tabShelf());
    return { outbox, release, identity: { map: owner.map, ...left, tray: await outbox.tray(), steps } };
  };
  // A storage that is forbidden, or that a newer version of the product has built anew, must not keep the map closed.
  const { outbox, release, identity } = await openOutbox(owner)
    .then(read)
    .catch(() => read(noOutbox));
  const { history, ...wires } = wired(identity, outbox, connect);
  const reading = createReading(wires.doc, wires.screen, look);
  const strength = createStrengthStore();
  const session = { ...wires, reading, strength, typed: createTypedStore(owner, shelfOf()) };
  keepFields(owner.map, session.screen, session.typed);
  keepFolds(owner, session, shelfOf());
  keepPolicy(owner, session.screen, shelfOf());
  keepKeeping(owner, session.doc, tabShelf());
  keepSteps(owner, history, session.doc, tabShelf());
  const close = (): void => {
    reading.close();
    session.close();
    release();
  };
  return { ...session, close };
}

function wired(
  identity: ConstructorParameters<typeof SyncClient>[0],
  outbox: TabOutbox,
  connect: Connect,
): Omit<MapSession, 'typed' | 'reading' | 'strength'> & { readonly history: Steps } {
  const news = createNews();
  const host: SyncHost = {
    now: serverNow,
    newId,
    pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    outbox: {
      ...outbox,
      put(client, pending) {
        news.wrote(pending);
        return outbox.put(client, pending);
      },
    },
    transport: {
      hello: (hello) => connection.hello(hello),
      push: (push) => connection.push(push),
      catchUp: (since) => connection.catchUp(since),
      snapshot: () => connection.snapshot(),
      reset: () => connection.reset(),
    },
    onChange: oncePerPicture(() => doc.refresh()),
    onFrame: (frame) => news.read(frame, client),
  };
  const client = new SyncClient(identity, host);
  const doc = createMapStore(client);
  // Before any component hears of the change, so that all are drawn with it.
  doc.subscribe(({ view }, before) => {
    if (view.participants !== before.view.participants) giveColours(view.participants.keys());
  });
  const people = createPeopleStore(() => client.tab);
  const screen = createScreenStore();
  const connection = connect({
    connected: () => void client.connected(),
    lost() {
      client.lost();
      people.clear();
    },
    frame: (frame) => client.receive(frame),
    presence: (frame) => people.receive(frame),
    slow: (slow) => doc.setState({ slow }),
    silent: (silent) => doc.setState({ silent }),
    ended: (reason) => doc.end(reason),
  });
  connection.open();
  const show = presenceOf(connection, screen);
  const { history } = client;
  return { id: identity.map, doc, screen, people, news, show, history, close: () => connection.close() };
}

/** What I select and edit goes out by itself; the cursor is the canvas' to tell. */
function presenceOf(connection: Connection, screen: ScreenStore): MapSession['show'] {
  let shown: Presence = { cursor: null, selected: null, editing: null, reviewing: null };
  const show = (more: Partial<Presence>): void => {
    shown = { ...shown, ...more };
    connection.show(shown);
  };
  screen.subscribe(({ selected, editing }, before) => {
    if (selected !== before.selected || editing !== before.editing) show({ selected, editing });
  });
  return show;
}

/** However many frames come: a busy seminar must not draw more often than the screen does. */
function oncePerPicture(run: () => void): () => void {
  let waiting = false;
  const now = (): void => {
    waiting = false;
    run();
  };
  return () => {
    if (waiting) return;
    waiting = true;
    if (document.hidden) setTimeout(now, 200);
    else requestAnimationFrame(now);
  };
}
