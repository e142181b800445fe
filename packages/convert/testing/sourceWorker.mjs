// Starts worker.ts as it stands in the sources: threads do not take over the loader that tests compile TypeScript with.
import { register } from 'tsx/esm/api';

register();
await import('../src/worker.ts');
