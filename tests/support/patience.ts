/** How long a test waits for what must come about, in ms. It only ends a wait in vain, before Jest ends the test
 *  (`testTimeout` of jest.config.mjs) and so that it says what it waited for: far beyond what a slow and busy machine takes. Who writes a test sets it lower. */
export const PATIENCE = Number(process.env.PATIENCE ?? 600_000);
