import { configure } from '@testing-library/react';

/** How long a test waits for what the page should come to show, in ms: it only ends a wait in vain. */
export const PATIENCE = 30_000;

configure({ asyncUtilTimeout: PATIENCE });
