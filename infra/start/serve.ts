import { runProcess } from "#server/index.ts"
import { startWorkers } from "#workers/index.ts"

/** One process of the product: web, worker, trainer, or all of them. */
await runProcess(startWorkers)
