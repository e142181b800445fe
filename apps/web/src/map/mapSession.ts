// Opens a map for one person in one tab: outbox, client, connection and stores, wired once and without React.
import { SyncClient, type Frame, type Id, type Presence, type SyncHost } from '@counterpoint/shared';
import { MapConnection } from './mapConnection.ts';
import { createMapStore, type MapStore } from './mapStore.ts';
import { newId } from './newId.ts';
import { createNews, type NewsStore } from './newsStore.ts';
import { noOutbox, openOutbox, type Owner, type TabOutbox } from './outbox.ts';
import { createPeopleStore, type PeopleStore } from './peopleStore.ts';
import { createScreenStore, type ScreenStore } from './screenStore.ts';
import { takeClient } from './tabClient.ts';

export interface MapSession {
  readonly id: Id;
  readonly doc: MapStore;
  readonly screen: ScreenStore;
  readonly people: PeopleStore;
  readonly news: NewsStore;
  /** Tells the others where I am; throttled. */
  readonly show: (presence: Partial<Presence>) => void;
  readonly close: () => void;
}

export async function openSession(owner: Owner): Promise<MapSession> {
  const outbox = await openOutbox(owner).catch((): TabOutbox => noOutbox);
  const tab = await takeClient(owner.map, outbox);
  const tray = await outbox.tray();
  const news = createNews();
  const host: SyncHost = {
    now: () => Date.now(),
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
    onChange: soon(() => doc.refresh()),
    onFrame: (frame) => news.read(frame, client),
  };
  const client = new SyncClient({ map: owner.map, tray, ...tab }, host);
  const doc = createMapStore(client);
  const people = createPeopleStore(() => client.client);
  const connection = new MapConnection(owner.map, {
    connected: () => void client.connected(),
    lost() {
      client.lost();
      people.clear();
    },
    frame: (frame: Frame) => client.receive(frame),
    presence: (frame) => people.receive(frame),
    ended: (reason) => doc.end(reason),
  });
  const screen = createScreenStore();
  connection.open();
  const close = (): void => {
    connection.close();
    tab.release();
  };
  return { id: owner.map, doc, screen, people, news, show: presenceOf(connection, screen), close };
}

/** What I select and edit goes out by itself; the cursor is the canvas' to tell. */
function presenceOf(connection: MapConnection, screen: ScreenStore): MapSession['show'] {
  let shown: Presence = { cursor: null, selected: null, editing: null };
  const show = (more: Partial<Presence>): void => {
    shown = { ...shown, ...more };
    connection.show(shown);
  };
  screen.subscribe(({ selected, editing }, before) => {
    if (selected !== before.selected || editing !== before.editing) show({ selected, editing });
  });
  return show;
}

/** Once per drawn picture, however many frames come: a busy seminar must not draw more often than the screen does. */
function soon(run: () => void): () => void {
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
