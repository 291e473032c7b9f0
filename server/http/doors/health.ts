import type { Request, RequestHandler, Response } from "express"
import type { PlatformTables } from "#prisma/platform.ts"

/** The process is alive. */
export const healthz: RequestHandler = (_req: Request, res: Response) => void res.type("text/plain").send("ok\n")

/** The process can do its work: asked by a balancer, at most once a second on to the database. */
export function readyz(tables: PlatformTables): RequestHandler {
  let asked = 0
  let answer: Promise<boolean> = Promise.resolve(false)
  const ask = () =>
    tables
      .read(({ sql }) => sql`select 1`)
      .then(
        () => true,
        () => false,
      )
  return async (_req, res) => {
    if (Date.now() - asked > 1_000) {
      asked = Date.now()
      answer = ask()
    }
    const ready = await answer
    res
      .status(ready ? 200 : 503)
      .type("text/plain")
      .send(ready ? "ready\n" : "not ready\n")
  }
}
