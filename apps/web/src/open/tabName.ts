// A name that one living tab holds at a time: a duplicated tab must not go on as its original.

/** Holds `name` until the answer is called or the page goes; undefined when another tab has it. */
export function hold(name: string): Promise<(() => void) | undefined> {
  // Web Locks exist on https and localhost only; a school server on plain http asks the other tabs instead.
  return 'locks' in navigator ? holdLock(name) : holdByAsking(name);
}

function holdLock(name: string): Promise<(() => void) | undefined> {
  return new Promise((resolve) => {
    void navigator.locks.request(name, { ifAvailable: true }, (lock) => {
      if (!lock) {
        resolve(undefined);
        return undefined;
      }
      return new Promise<void>((release) => resolve(() => release()));
    });
  });
}

const ASK_MS = 150;

function holdByAsking(name: string): Promise<(() => void) | undefined> {
  if (typeof BroadcastChannel === 'undefined') return Promise.resolve(() => undefined);
  const channel = new BroadcastChannel(name);
  return new Promise((resolve) => {
    const wait = setTimeout(() => {
      channel.onmessage = ({ data }) => {
        if (data === 'free?') channel.postMessage('taken');
      };
      resolve(() => channel.close());
    }, ASK_MS);
    channel.onmessage = ({ data }) => {
      if (data !== 'taken') return;
      clearTimeout(wait);
      channel.close();
      resolve(undefined);
    };
    channel.postMessage('free?');
  });
}
