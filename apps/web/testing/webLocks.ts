// Web Locks as far as the product uses them; jsdom has none. All tabs of a test share them.
type Held = (lock: { name: string } | null) => unknown;

const held = new Set<string>();

async function request(name: string, _options: { ifAvailable: boolean }, use: Held): Promise<unknown> {
  if (held.has(name)) return use(null);
  held.add(name);
  try {
    return await use({ name });
  } finally {
    held.delete(name);
  }
}

if (!('locks' in navigator)) Object.defineProperty(navigator, 'locks', { value: { request } });
