import { createHmac } from "node:crypto"
import { z } from "zod"

const developmentSecret = "rialto-development-secret-of-no-value"

const port = z.coerce.number().int().min(0).max(65_535)
const url = (...protocols: string[]) =>
  z
    .string()
    .refine(
      (text) => URL.canParse(text) && protocols.includes(new URL(text).protocol),
      `must be a URL of ${protocols.join(" or ")}`,
    )
const flag = z.enum(["true", "false"]).transform((text) => text === "true")
const roles = z
  .string()
  .transform((text) => text.split(",").map((role) => role.trim()))
  .pipe(z.array(z.enum(["web", "worker", "trainer"])).min(1))

/** An empty variable counts as absent: that is how compose files and shells leave one out. */
const environment = z
  .object({
    NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
    LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]).default("info"),
    PORT: port.default(3000),
    /** Where to listen. All interfaces, unless a machine wants to keep to itself. */
    LISTEN_HOST: z.string().default("::"),
    /** Where other web nodes reach this one, as host:port. Without it: the first address of the machine, or LISTEN_HOST. */
    NODE_ADDRESS: z
      .string()
      .regex(/^([\w.-]+|\[[\da-f:]+\]):\d{1,5}$/i, "must be host:port")
      .optional(),
    /** How browsers reach us, when something stands in front. */
    PUBLIC_SCHEME: z.enum(["http", "https"]).default("http"),
    PUBLIC_PORT: port.optional(),
    APEX_HOST: z
      .string()
      .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)*$/, "must be a host name in small letters, without scheme or port")
      .default("localhost"),
    /** The number of proxies in front whose forwarded headers are true. */
    TRUSTED_PROXIES: z.coerce.number().int().min(0).max(8).default(0),
    DATABASE_URL: url("postgres:", "postgresql:"),
    PLATFORM_DATABASE_URL: url("postgres:", "postgresql:"),
    DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(12),
    RIALTO_DATA_DIR: z.string().min(1).default(".data"),
    RIALTO_ROLES: roles.default(["web", "worker", "trainer"]),
    RIALTO_SECRET: z.string().min(32, "must have at least 32 characters").default(developmentSecret),
    /** In production "simulator" must be said in so many words: no real money is wanted. */
    RIALTO_PAYMENTS: z.enum(["simulator", "stripe"]).optional(),
    /** Switched off to measure what a page costs. */
    RIALTO_PAGE_CACHE: flag.default(true),
    RIALTO_RATE_LIMITS: flag.default(true),
    REDIS_URL: url("redis:", "rediss:").optional(),
    MEILISEARCH_URL: url("http:", "https:").optional(),
    MEILISEARCH_KEY: z.string().optional(),
    STRIPE_SECRET_KEY: z.string().startsWith("sk_").optional(),
    STRIPE_PUBLISHABLE_KEY: z.string().startsWith("pk_").optional(),
    /** Two, separated by a comma, while one replaces the other. */
    STRIPE_WEBHOOK_SECRET: z.string().optional(),
    SMTP_URL: url("smtp:", "smtps:").optional(),
    MAIL_FROM: z.email().default("no-reply@rialto.example"),
  })
  .superRefine((env, problems) => {
    const stripe = (env.RIALTO_PAYMENTS ?? (env.STRIPE_SECRET_KEY ? "stripe" : "simulator")) === "stripe"
    const say = (name: string, message: string) => problems.addIssue({ code: "custom", path: [name], message })
    if (stripe) {
      for (const name of ["STRIPE_SECRET_KEY", "STRIPE_PUBLISHABLE_KEY", "STRIPE_WEBHOOK_SECRET"] as const)
        if (!env[name]) say(name, "is needed for payments through Stripe")
    }
    if (env.NODE_ENV !== "production") return
    if (env.RIALTO_SECRET === developmentSecret) say("RIALTO_SECRET", "must be set in production")
    if (!stripe && env.RIALTO_PAYMENTS !== "simulator")
      say("STRIPE_SECRET_KEY", "must be set in production (RIALTO_PAYMENTS=simulator says that cards are make-believe)")
  })

export type Config = ReturnType<typeof shaped>
export type Role = "web" | "worker" | "trainer"

export class ConfigProblems extends Error {
  override readonly name = "ConfigProblems"
  constructor(readonly problems: readonly string[]) {
    super(
      `The configuration has ${problems.length === 1 ? "a problem" : `${problems.length} problems`}:\n${problems.map((p) => `  ${p}`).join("\n")}`,
    )
  }
}

/** @throws ConfigProblems with every problem at once. Values are not repeated in it: they may be secret. */
export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ""))
  const parsed = environment.safeParse(given)
  if (!parsed.success) throw new ConfigProblems(parsed.error.issues.map((issue) => `${issue.path.join(".")} ${wordOf(issue)}`))
  return shaped(parsed.data)
}

function wordOf(issue: z.core.$ZodIssue): string {
  return issue.code === "invalid_type" && issue.message.includes("undefined") ? "is missing" : issue.message
}

function shaped(env: z.output<typeof environment>) {
  return {
    mode: env.NODE_ENV,
    logLevel: env.LOG_LEVEL,
    port: env.PORT,
    listenHost: env.LISTEN_HOST,
    nodeAddress: env.NODE_ADDRESS,
    publicScheme: env.PUBLIC_SCHEME,
    publicPort: env.PUBLIC_PORT ?? env.PORT,
    apexHost: env.APEX_HOST,
    trustedProxies: env.TRUSTED_PROXIES,
    databaseUrl: env.DATABASE_URL,
    platformDatabaseUrl: env.PLATFORM_DATABASE_URL,
    databasePool: env.DATABASE_POOL,
    dataDir: env.RIALTO_DATA_DIR,
    roles: new Set<Role>(env.RIALTO_ROLES),
    pageCache: env.RIALTO_PAGE_CACHE,
    rateLimits: env.RIALTO_RATE_LIMITS,
    redisUrl: env.REDIS_URL,
    meilisearch: env.MEILISEARCH_URL ? { url: env.MEILISEARCH_URL, key: env.MEILISEARCH_KEY } : undefined,
    smtpUrl: env.SMTP_URL,
    mailFrom: env.MAIL_FROM,
    payments: paymentsOf(env),
    /** A secret for one use, so that whoever learns it learns no other. */
    secretFor: (use: string) => createHmac("sha256", env.RIALTO_SECRET).update(use).digest("base64url"),
  }
}

function paymentsOf(env: z.output<typeof environment>) {
  const { STRIPE_SECRET_KEY: secretKey, STRIPE_PUBLISHABLE_KEY: publishableKey, STRIPE_WEBHOOK_SECRET: webhookSecret } = env
  if (env.RIALTO_PAYMENTS === "simulator" || !secretKey || !publishableKey || !webhookSecret)
    return { kind: "simulator" } as const
  return { kind: "stripe", secretKey, publishableKey, webhookSecrets: webhookSecret.split(",") } as const
}
