import { afterAll } from "vitest"
import { createDatabase } from "./database.ts"
import { buildWorld, type World } from "./world.ts"

/** `const world = await openWorld()` at the top of a test file: a database of the file's own, gone when its tests are done. */
export async function openWorld(): Promise<World> {
  const database = await createDatabase()
  const world = buildWorld(database)
  afterAll(async () => {
    await world.close()
    await database.drop()
  })
  return world
}
