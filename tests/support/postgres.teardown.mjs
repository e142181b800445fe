export default async function teardown() {
  await /** @type {{ endTestPostgres?: () => Promise<void> }} */ (globalThis).endTestPostgres?.();
}
