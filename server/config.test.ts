import { expect, it } from "vitest"
import { ConfigProblems, readConfig } from "./config.ts"

const databases = { DATABASE_URL: "postgres://app:a@db/rialto", PLATFORM_DATABASE_URL: "postgres://platform:b@db/rialto" }

it("needs nothing but the databases in development", () => {
  const config = readConfig(databases)
  expect(config).toMatchObject({
    port: 3000,
    publicPort: 3000,
    apexHost: "localhost",
    dataDir: ".data",
    payments: { kind: "simulator" },
  })
  expect([...config.roles]).toEqual(["web", "worker", "trainer"])
})

it("lists every problem at once and repeats no value", () => {
  const wrong = {
    PORT: "many",
    DATABASE_URL: "mysql://root:hunter2@db/x",
    APEX_HOST: "HTTP://x",
    RIALTO_ROLES: "web,cook",
    SMTP_URL: "x",
  }
  const problems = problemsOf(wrong)
  for (const name of ["PORT", "DATABASE_URL", "PLATFORM_DATABASE_URL", "APEX_HOST", "RIALTO_ROLES", "SMTP_URL"])
    expect(problems.filter((problem) => problem.startsWith(name))).not.toEqual([])
  expect(problems.find((problem) => problem.startsWith("PLATFORM_DATABASE_URL"))).toBe("PLATFORM_DATABASE_URL is missing")
  expect(problems.join()).not.toContain("hunter2")
})

it("refuses development's secret and unspoken make-believe in production", () => {
  const named = problemsOf({ ...databases, NODE_ENV: "production" }).map((problem) => problem.split(" ")[0])
  expect(named).toEqual(["RIALTO_SECRET", "STRIPE_SECRET_KEY"])
  const spoken = readConfig({ ...databases, NODE_ENV: "production", RIALTO_SECRET: "x".repeat(32), RIALTO_PAYMENTS: "simulator" })
  expect(spoken.payments).toEqual({ kind: "simulator" })
})

it("takes Stripe only with all its keys", () => {
  expect(problemsOf({ ...databases, STRIPE_SECRET_KEY: "sk_live_1" })).toHaveLength(2)
  const keys = { STRIPE_SECRET_KEY: "sk_live_1", STRIPE_PUBLISHABLE_KEY: "pk_live_1", STRIPE_WEBHOOK_SECRET: "whsec_a,whsec_b" }
  expect(readConfig({ ...databases, ...keys }).payments).toMatchObject({ kind: "stripe", webhookSecrets: ["whsec_a", "whsec_b"] })
})

it("counts an empty variable as absent, and gives each use a secret of its own", () => {
  const config = readConfig({ ...databases, REDIS_URL: "", PORT: "" })
  expect(config.redisUrl).toBeUndefined()
  expect(config.secretFor("one")).not.toBe(config.secretFor("other"))
})

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env)
    return []
  } catch (error) {
    if (error instanceof ConfigProblems) return error.problems
    throw error
  }
}
