import { join } from "node:path"
import { Redis } from "ioredis"
import type { Tenancy } from "#prisma/tenancy.ts"
import { createPasswordHasher } from "#server/platform/argon2/password-hasher.ts"
import { createFolderFiles } from "#server/platform/files/folder-files.ts"
import { createMemoryRateLimiter } from "#server/platform/limits/memory-limits.ts"
import { createRedisRateLimiter } from "#server/platform/limits/redis-limits.ts"
import { createAddresses } from "#server/platform/links/addresses.ts"
import { createLinks } from "#server/platform/links/links.ts"
import type { Log } from "#server/platform/log.ts"
import { createFileMailer } from "#server/platform/mail/file-mailer.ts"
import { mailFolder } from "#server/platform/mail/mail-folder.ts"
import { createSmtpMailer } from "#server/platform/mail/smtp-mailer.ts"
import { createMeilisearchProductSearch } from "#server/platform/meilisearch/product-search.ts"
import { createPostgresCartStore } from "#server/platform/postgres/cart-store.ts"
import { createPostgresProductSearch } from "#server/platform/postgres/product-search.ts"
import { createRounds } from "#server/platform/rounds/in-process-rounds.ts"
import { createRedisCartStore } from "#server/platform/redis/cart-store.ts"
import { createPictureMaker } from "#server/platform/sharp/picture-maker.ts"
import type { PaymentGateway } from "#server/ports/payment-gateway.ts"
import type { Ports } from "#server/ports/ports.ts"
import type { ProductSearch } from "#server/ports/product-search.ts"
import type { Config } from "./config.ts"

export interface OpenPorts {
  readonly ports: Ports
  close(): void
}

export interface PortParts {
  readonly tenancy: Tenancy
  readonly payments: PaymentGateway
  readonly log: Log
}

/** Chooses, once and here, what stands behind each port. */
export function createPorts(config: Config, { tenancy, payments, log }: PortParts): OpenPorts {
  const redis = config.redisUrl ? openRedis(config.redisUrl, log) : undefined
  const smtp = config.smtpUrl ? createSmtpMailer(config.smtpUrl, config.mailFrom) : undefined
  const ports: Ports = {
    carts: redis ? createRedisCartStore(redis) : createPostgresCartStore(tenancy),
    files: createFolderFiles(join(config.dataDir, "files")),
    pictures: createPictureMaker(),
    mail: smtp ?? createFileMailer(mailFolder(config), { from: config.mailFrom }),
    passwords: createPasswordHasher(),
    payments,
    search: createSearch(config, tenancy, log),
    limits: redis ? createRedisRateLimiter(redis) : createMemoryRateLimiter(),
    links: createLinks(createAddresses(config)),
    rounds: createRounds(),
  }
  return {
    ports,
    close() {
      redis?.disconnect()
      smtp?.close()
    },
  }
}

function createSearch({ meilisearch }: Config, tenancy: Tenancy, log: Log): ProductSearch {
  const builtIn = createPostgresProductSearch(tenancy)
  if (!meilisearch) return builtIn
  return createMeilisearchProductSearch({ url: meilisearch.url, apiKey: meilisearch.key, tenancy, builtIn, log })
}

function openRedis(url: string, log: Log): Redis {
  const redis = new Redis(url, { maxRetriesPerRequest: 2 })
  redis.on("error", (error) => log.warn({ message: error.message }, "Redis is away"))
  return redis
}
