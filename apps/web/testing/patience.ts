import { configure } from '@testing-library/react';

/** How long a test waits for what the page should come to show, in ms: it only ends a wait in vain, and a machine that is busy
 *  with other things may take a hundred times as long as an idle one. */
export const PATIENCE = 120_000;

configure({ asyncUtilTimeout: PATIENCE });
