/** fast-check, under the name by which its stand-in reaches it: see fastCheck.mjs. */
declare module 'fast-check-itself' {
  export * from 'fast-check';
  export { default } from 'fast-check';
}
