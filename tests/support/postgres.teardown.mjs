export default async function teardown() {
  const { endStage, endTestPostgres } =
    /** @type {{ endStage?: () => Promise<void>, endTestPostgres?: () => Promise<void> }} */ (globalThis);
  await endStage?.();
  await endTestPostgres?.();
}
