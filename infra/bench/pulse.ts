import { setTimeout as pause } from "node:timers/promises"
import { findChromium } from "#infra/start/chromium.ts"
import type { Opened } from "#infra/start/call-off.ts"
import { PlainFailure } from "#infra/start/embedded/plain-failure.ts"
import { createLogHistogram } from "#server/kernel/log-histogram.ts"
import { newId } from "#server/kernel/ids.ts"
import { demoSignIns } from "#prisma/seed/sign-ins.ts"
import { launchChromium } from "#tests/support/browser/chromium.ts"
import type { BenchWorld } from "./bench-world.ts"
import { cpuSeconds } from "./cpu-clock.ts"
import { rounded } from "./latencies.ts"
import { type Product, startProduct } from "./product.ts"
import type { Report } from "./report.ts"
import { type Watching, watchBoard } from "./watch-board.ts"

const shops = 1_000
const soldOutPerSecond = 50
const settleMs = 6_000
const mostMainThreadMs = 50

/** The admin's page over a thousand shops that all move: what it costs the network, the browser and the server. */
export async function benchPulse(world: BenchWorld, opened: Opened, forMs: number): Promise<Report> {
  const found = findChromium(true)
  if (typeof found === "string") throw new PlainFailure(`The admin's page needs a browser: ${found}.`)
  const product = await startProduct(world, { name: "pulse" })
  opened.add(product.stop)
  const tenantIds = await addShops(product)
  const cpuOver = async (ms: number) => {
    const before = cpuSeconds(product.pid)
    const began = performance.now()
    await pause(ms)
    return ((cpuSeconds(product.pid) - before) * 1_000) / ((performance.now() - began) / 1_000)
  }
  await pause(settleMs)
  const resting = await cpuOver(forMs)
  const load = startLoad(product, tenantIds)
  await pause(settleMs)
  const unwatched = await cpuOver(forMs)

  const browser = await launchChromium(found.path)
  opened.add(() => browser.close())
  const admin = demoSignIns("localhost").find(({ role }) => role === "admin")
  const watching = await watchBoard(browser, `http://admin.localhost:${product.port}`, admin ?? { email: "", password: "" })
  await pause(settleMs)
  const [watched, seen] = await Promise.all([cpuOver(forMs), watching.measure(forMs)])
  await load.stop()
  await browser.close()
  await product.stop()
  return reportOf({ resting, unwatched, watched, seen })
}

interface Found {
  readonly resting: number
  readonly unwatched: number
  readonly watched: number
  readonly seen: Awaited<ReturnType<Watching["measure"]>>
}

function reportOf({ resting, unwatched, watched, seen }: Found): Report {
  const { bytesPerSecond, framesPerSecond, mainThreadMsPerSecond, scriptMsPerSecond, longTasks, rows } = seen
  const forms = { "ms CPU per second": rounded(resting, 1) }
  return {
    tables: [
      {
        title: `Server, ${shops} shops, web and worker in one process`,
        rows: [
          { what: "nothing happens", ...forms },
          { what: "all shops move, nobody watches", "ms CPU per second": rounded(unwatched, 1) },
          { what: "all shops move, an admin watches", "ms CPU per second": rounded(watched, 1) },
        ],
      },
      {
        title: `The admin's page, ${rows} rows of ${shops}, every one of them changing`,
        rows: [
          {
            "KB per second": rounded(bytesPerSecond / 1_024, 1),
            "frames per second": rounded(framesPerSecond, 1),
            "main thread ms per second": rounded(mainThreadMsPerSecond, 1),
            "of it script": rounded(scriptMsPerSecond, 1),
            "tasks above 50 ms": longTasks,
          },
        ],
      },
    ],
    figures: { shops, resting, unwatched, watched, ...seen },
    broken: [
      ...(rows === 0 ? ["the board showed no shop"] : []),
      ...(mainThreadMsPerSecond > mostMainThreadMs ? [`the main thread is busy for ${mainThreadMsPerSecond} ms per second`] : []),
    ],
  }
}

async function addShops({ owner }: Product): Promise<string[]> {
  const ids = Array.from({ length: shops }, () => newId("tenant"))
  await owner.query(
    `insert into tenant (id, slug, name, currency, language, country)
     select id, 'pulse-' || nth, 'Pulse shop ' || nth, (array['USD', 'EUR', 'CNY'])[1 + nth % 3], 'en', 'US'
     from unnest($1::text[]) with ordinality as t (id, nth)`,
    [ids],
  )
  // Told as the product tells it, so that the board learns their names.
  await owner.query(
    `insert into outbox_event (tenant_id, id, name, payload, at)
     select id, 'evt_opened_' || id, 'tenant.changed', jsonb_build_object('tenantId', id), now() from unnest($1::text[]) as t (id)`,
    [ids],
  )
  return ids
}

/** What a busy node would say of all shops, every two seconds, and goods that sell out. */
function startLoad({ owner }: Product, tenantIds: readonly string[]) {
  let isOn = true
  const chance = (most: number) => Math.floor(Math.random() * most)
  const sample = () => {
    const readings = tenantIds.map((tenantId) => {
      const pages = createLogHistogram()
      for (let nth = 0; nth < 8; nth++) pages.add(5 + chance(80))
      return [tenantId, { pages: pages.slots(), refusals: chance(2), visitors: 1 + chance(40), sockets: 1 + chance(60) }]
    })
    return JSON.stringify({ readings: Object.fromEntries(readings) })
  }
  const run = async () => {
    for (let n = 1; isOn; n++) {
      const began = performance.now()
      await owner.query("insert into pulse_sample (node, n, at, body) values ('bench', $1, now(), $2)", [n, sample()])
      const moved = Array.from({ length: soldOutPerSecond * 2 }, () => tenantIds[chance(tenantIds.length)] ?? "")
      await owner.query(
        `insert into outbox_event (tenant_id, id, name, payload, at)
         select id, 'evt_' || gen_random_uuid(), 'stock.moved',
           '{"variantId":"var_1","productId":"prd_1","free":0,"onHand":0,"revision":1}', now() from unnest($1::text[]) as t (id)`,
        [moved],
      )
      await pause(Math.max(0, 2_000 - (performance.now() - began)))
    }
  }
  const running = run()
  return {
    async stop() {
      isOn = false
      await running
    },
  }
}
