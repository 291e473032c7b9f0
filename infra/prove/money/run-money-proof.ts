import { mkdtemp, rm } from "node:fs/promises"
import { createServer, type Server } from "node:http"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { build } from "esbuild"
import { Client } from "pg"
import { createRandomness } from "#infra/prove/isolation/randomness.ts"
import { freePort } from "#infra/start/embedded/free-port.ts"
import { roleUrls } from "#prisma/roles.ts"
import { signUpStaff } from "#server/domain/identity/index.ts"
import { createStockedProduct } from "#server/domain/inventory/index.ts"
import { reconcile } from "#server/domain/payments/index.ts"
import { openShop } from "#server/domain/tenants/index.ts"
import { present } from "#server/kernel/assert.ts"
import { money } from "#server/kernel/money.ts"
import { noMischief } from "#server/platform/stripe/simulator/mischief.ts"
import { createSimulator, type Simulator } from "#server/platform/stripe/simulator/simulator.ts"
import { type Audit, auditMoney } from "./audit-money.ts"
import { keys, type MoneyHouse, openMoneyHouse } from "./money-house.ts"
import { type MortalProcess, startMortal } from "./mortal-process.ts"
import { type Ending, shop, type Stage } from "./shopper.ts"

export interface MoneyProofWish {
  /** Of a migrated, empty database that nobody else uses. */
  readonly ownerUrl: string
  readonly payments: number
  readonly seed: number
  readonly shoppers: number
  readonly killEveryMs: number
  readonly onProgress?: (done: number, kills: number) => void
}

export interface MoneyReport extends Audit {
  readonly endings: Readonly<Record<string, number>>
  readonly kills: number
  readonly outages: number
  readonly seconds: number
}

const currencies = [
  ["USD", "US"],
  ["EUR", "DE"],
  ["JPY", "JP"],
] as const

/** Payments under all that can go wrong, and then the books against the provider's. */
export async function runMoneyProof(wish: MoneyProofWish): Promise<MoneyReport> {
  const folder = await mkdtemp(join(tmpdir(), "rialto-money-"))
  const webPort = await freePort()
  const random = createRandomness(wish.seed)
  const provider = await openProvider(folder, webPort, wish.seed)
  const { app: appUrl, platform: platformUrl } = roleUrls(wish.ownerUrl)
  const house = openMoneyHouse({ appUrl, platformUrl, apiBase: provider.apiBase })
  const script = await bundled(folder)
  const child = { port: webPort, appUrl, platformUrl, apiBase: provider.apiBase }
  const mortals: MortalProcess[] = []
  const began = performance.now()
  try {
    const goods = await openShops(house)
    for (const role of ["web", "worker"] as const) mortals.push(await startMortal(script, { ...child, role }))
    const stage: Stage = { webBase: `http://127.0.0.1:${webPort}`, apiBase: provider.apiBase, goods }
    const trouble = makeTrouble(wish, provider.simulator, mortals)
    const endings = await runShoppers(wish, stage, random, () => mortals.reduce((sum, { kills }) => sum + kills, 0)).finally(
      trouble.end,
    )
    const owner = new Client({ connectionString: wish.ownerUrl })
    await owner.connect()
    await untilQuiet(owner, provider.simulator)
    await reconcile(house.platform)
    const audit = await auditMoney(owner, provider.apiBase)
    await owner.end()
    const kills = mortals.reduce((sum, mortal) => sum + mortal.kills, 0)
    return { ...audit, endings, kills, outages: trouble.outages(), seconds: Math.round((performance.now() - began) / 1_000) }
  } finally {
    await Promise.all(mortals.map((mortal) => mortal.end()))
    await house.close()
    await provider.close()
    await rm(folder, { recursive: true, force: true })
  }
}

interface Provider {
  readonly apiBase: string
  readonly simulator: Simulator
  close(): Promise<void>
}

/** Outside of what is killed, as a provider is. Every message comes three times, in any order. */
async function openProvider(folder: string, webPort: number, seed: number): Promise<Provider> {
  const dice = createRandomness(seed + 1)
  const random = () => dice.below(1_000_000) / 1_000_000
  const simulator = await createSimulator({
    ...keys,
    folder: join(folder, "provider"),
    origin: "http://pay.test",
    production: false,
    firstRetryMs: 200,
    random,
    webhook: {
      url: `http://127.0.0.1:${webPort}/webhooks/stripe`,
      secret: keys.webhookSecret,
      events: ["payment_intent.*", "charge.refunded", "refund.*"],
      disorder: { copies: 3, spreadMs: 1_500, random },
    },
  })
  const server: Server = createServer(simulator.listener)
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const address = server.address()
  const apiBase = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`
  const close = async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
    await simulator.close()
  }
  return { apiBase, simulator, close }
}

/** A bundle starts in a fraction of the time: it is started often. */
async function bundled(folder: string): Promise<string> {
  const outfile = join("build", "prove", `${folder.split("/").at(-1)}.js`)
  await build({
    entryPoints: ["infra/prove/money/house-child.ts"],
    ...{ outfile, bundle: true, platform: "node", format: "esm", target: "node20", packages: "external", logLevel: "error" },
  })
  return outfile
}

async function openShops(house: MoneyHouse): Promise<Stage["goods"]> {
  const goods: { tenantId: string; variantId: string }[] = []
  for (const [currency, country] of currencies) {
    const slug = `proof-${currency.toLowerCase()}`
    const owner = await signUpStaff(house.platform, { email: `${slug}@mail.test`, name: "Owner", password: "a long password" })
    const terms = { name: slug, slug, currency, country, language: "en", theme: "linen", apexHost: "test" } as const
    const { tenantId } = await openShop(house.platform, owner, terms)
    const ctx = await house.shop(tenantId)
    const draft = { title: "Thing", description: "", vendor: "", categoryId: null, newCategory: null, options: [] }
    const price = money(3_333n, currency)
    const { productId, variants } = await createStockedProduct(ctx, {
      ...draft,
      variants: [{ choices: [], sku: slug, price, onHand: 1_000_000 }],
    })
    const published = { status: "published", publishedAt: ctx.clock.now() }
    await ctx.transact(({ rows }) => rows.product.updateMany({ where: { id: productId }, data: published }))
    goods.push({ tenantId, variantId: present(variants[0], "variant").id })
  }
  return goods
}

async function runShoppers(wish: MoneyProofWish, stage: Stage, random: ReturnType<typeof createRandomness>, kills: () => number) {
  const endings = new Map<Ending, number>()
  let [begun, done] = [0, 0]
  const hand = async () => {
    while (begun < wish.payments) {
      begun += 1
      const ending = await shop(stage, random)
      endings.set(ending, (endings.get(ending) ?? 0) + 1)
      done += 1
      if (done % 100 === 0) wish.onProgress?.(done, kills())
    }
  }
  await Promise.all(Array.from({ length: wish.shoppers }, hand))
  return Object.fromEntries(endings)
}

/** One reply in ten is lost; now and then nobody is there; web and worker die in turns. Ends when told, with everybody alive. */
function makeTrouble({ killEveryMs }: MoneyProofWish, simulator: Simulator, mortals: readonly MortalProcess[]) {
  let isOver = false
  let turn = 0
  let outages = 0
  const usual = { lostReplies: 0.1, tooMany: 0.02, broken: 0.02, awayUntil: 0 }
  simulator.misbehave(usual)
  const running = (async () => {
    while (!isOver) {
      await new Promise((resolve) => setTimeout(resolve, killEveryMs))
      if (isOver) return
      if (turn % 3 === 2) {
        outages += 1
        simulator.misbehave({ ...usual, awayUntil: Date.now() + killEveryMs / 2 })
      } else await mortals[turn % 3]?.kill()
      turn += 1
    }
  })()
  return {
    outages: () => outages,
    end: async () => {
      isOver = true
      await running
      simulator.misbehave(noMischief)
    },
  }
}

const busy = `
  select (select count(*) from outbox_event where published_at is null)
    + (select count(*) from provider_event where handled_at is null and type like 'payment_intent%')
    + (select count(*) from refund where status in ('requested', 'pending'))
    + (select count(*) from "order" o join payment p on p.tenant_id = o.tenant_id and p.order_id = o.id
        where p.status = 'settled' and o.status = 'placed')
    + (select count(*) from "order" o join payment p on p.tenant_id = o.tenant_id and p.order_id = o.id
        where p.status = 'settled' and o.status = 'cancelled' and p.refunded_minor = 0) as rest`

/** All messages taken, all jobs done: twice in a row, since one thing leads to another. */
async function untilQuiet(owner: Client, simulator: Simulator): Promise<void> {
  const since = Date.now()
  for (let quiet = 0; quiet < 3; ) {
    await simulator.idle()
    const [row] = (await owner.query<{ rest: string }>(busy)).rows
    quiet = row?.rest === "0" ? quiet + 1 : 0
    if (Date.now() - since > 300_000) return
    await new Promise((resolve) => setTimeout(resolve, 700))
  }
}
