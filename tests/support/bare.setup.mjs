// Tests in bare Node, not each file in a sandbox of Jest's: modules are loaded once for all files, and code runs a third faster.
import { addEventHandler } from 'jest-circus';
import { register } from 'node:module';
import { inTime } from './inTime.mjs';

register('./bare.hooks.mjs', import.meta.url);
process.setSourceMapsEnabled(true);
// What a process started for its files, a server or a browser, ends with it.
process.once('disconnect', () => process.exit());
// The runner asks for no time: a test that waited for ever said neither its name nor what for.
addEventHandler((event, { currentDescribeBlock: { children, hooks } }) => {
  if (event.name !== 'add_test' && event.name !== 'add_hook') return;
  const added = event.name === 'add_test' ? children.at(-1) : hooks.at(-1);
  if (added && 'fn' in added && added.fn) added.fn = inTime(added.fn, event.timeout);
});
