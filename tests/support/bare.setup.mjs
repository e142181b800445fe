// Tests in bare Node, not each file in a sandbox of Jest's: modules are loaded once for all files, and code runs a third faster.
import { register } from 'node:module';

register('./bare.hooks.mjs', import.meta.url);
process.setSourceMapsEnabled(true);
// What a process started for its files, a server or a browser, ends with it.
process.once('disconnect', () => process.exit());
