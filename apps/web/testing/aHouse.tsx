// The lists of the product's page, for tests that look at a part of it; more entries may be added.
import { COMMANDS } from '../src/open/commands/list.ts';
import type { House } from '../src/open/house.ts';

export const aHouse = (more: Partial<House> = {}): House => ({
  views: [{ id: 'map', title: () => 'Map', icon: 'fit', Component: () => null }],
  commands: COMMANDS,
  ...more,
});
