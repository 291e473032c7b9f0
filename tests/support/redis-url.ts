/** A database of the test run's Redis; files that run side by side take different ones. Undefined: there is no Redis. */
export function testRedisUrl(database: number): string | undefined {
  const given = process.env["RIALTO_TEST_REDIS_URL"]
  return given && new URL(`/${database}`, given).href
}
