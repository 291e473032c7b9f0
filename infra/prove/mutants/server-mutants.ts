import type { CodeMutant } from "./mutant.ts"

const keys = "tests/isolation/keys.test.ts"
const admission = "tests/domain/live-admission.test.ts"
const stream = "tests/domain/live-stream.test.ts"
const routes = "tests/isolation/routes.test.ts"
const file = "server/kernel/tenant-keys.ts"

/** Mistakes in names, rooms, sessions, jobs and pages. */
export const serverMutants: readonly CodeMutant[] = [
  { name: "names without their tenant", file, from: "return [kind, tenantId, ...parts", to: "return [kind, ...parts", tests: [keys] },
  { name: "names without their kind", file, from: "return [kind, tenantId, ...parts", to: "return [tenantId, ...parts", tests: [keys] },
  { name: "parts run together", file, from: "...parts.map((part) => encodeURIComponent(part))].join", to: "...parts].join", tests: [keys] },
  { name: "a name for no tenant", file, from: 'if (!tenantId.startsWith("ten_")) throw', to: 'if (tenantId === "none") throw', tests: [keys] },
  { name: "a cache key without its last part", file, from: 'cacheKey = (tenantId: string, ...parts: string[]): string => join("cache", tenantId, parts)', to: 'cacheKey = (tenantId: string, ...parts: string[]): string => join("cache", tenantId, parts.slice(0, 1))', tests: [keys] },
  { name: "files outside of their folder", file, from: "|| !/^[\\w][\\w.-]{0,120}$/.test(name)", to: "", tests: [keys] },
  { name: "a search narrowed by nothing", file, from: '`tenantId = "${shaped(tenantId)}"`', to: '`tenantId != "${shaped(tenantId)}x"`', tests: ["tests/contracts/product-search.test.ts"] },
  { name: "documents of two shops under one id", file, from: "`${shaped(tenantId)}-${productId}`", to: "productId", tests: [keys] },
  { name: "a room name made by hand", file: "server/live/rooms.ts", from: 'shop: (tenantId: string): string => roomName(tenantId, "shop")', to: "shop: (tenantId: string): string => `room:${tenantId}:shop`", tests: [keys] },
  { name: "one shop room for all", file: "server/live/rooms.ts", from: 'roomName(tenantId, "shop"),', to: 'platformKey("shop", String(tenantId.length)),', tests: [stream] },
  { name: "one room for all orders of a shop", file: "server/live/rooms.ts", from: 'roomName(tenantId, "order", orderId)', to: 'roomName(tenantId, "order", orderId.slice(0, 3))', tests: ["server/live/audience.test.ts", stream] },
  { name: "any account is staff", file: "server/live/admission.ts", from: "shops.some((shop) => shop.tenantId === tenantId)", to: "shops.length >= 0", tests: [admission] },
  { name: "staff of any shop is staff of this one", file: "server/live/admission.ts", from: "shops.some((shop) => shop.tenantId === tenantId)", to: "shops.length > 0", tests: [admission] },
  { name: "any account is an admin", file: "server/live/admission.ts", from: "!person.account?.platformAdmin", to: "!person.account", tests: [admission] },
  { name: "any order is theirs", file: "server/live/admission.ts", from: "return mayKnow ?", to: "return mayKnow || true ?", tests: [admission] },
  { name: "drafts and foreign goods are public", file: "server/live/admission.ts", from: "return (await isPublic(ctx, subscription.id))", to: "return (await isPublic(ctx, subscription.id)) || true", tests: [admission] },
  { name: "any page may open a socket", file: "server/live/guest.ts", from: "headers.origin === origin", to: "headers.origin !== origin || true", tests: [admission] },
  { name: "a closed shop has listeners", file: "server/live/guest.ts", from: 'site.tenant.status !== "active"', to: 'site.tenant.status === "none"', tests: [admission] },
  { name: "ended sessions listen on", file: "server/live/close-unwelcome.ts", from: "!open.has(data.guest.session.id)", to: "open.size < 0", tests: [admission] },
  { name: "the log is read across tenants", file: "server/live/log-reader.ts", from: "where tenant_id = ${tenantId} and seq > ${seq} and", to: "where ${tenantId}::text is not null and seq > ${seq} and", tests: [stream] },
  { name: "staff of any shop enters this one", file: "server/domain/identity/memberships.ts", from: "where m.account_id = ${accountId} and t.slug = ${tenantSlug}`", to: "where ${accountId}::text is not null and t.slug = ${tenantSlug}`", tests: [routes] },
  { name: "a shop hands out another's pictures", file: "server/http/doors/files.ts", from: 'if (site.name === "storefront") return site.tenant.id === tenantId', to: "", tests: [routes] },
  { name: "a forged request is taken for one's own", file: "server/http/security/csrf.ts", from: 'return site === "same-origin"', to: 'return site !== "none"', tests: ["server/http/security/csrf.test.ts"] },
  { name: "pages are kept under one key for all shops", file: "server/http/page-cache/common-pages.ts", from: "return { key: cacheKey(id, address, language, currency), scope: id }", to: 'return { key: cacheKey("ten_0", address, language, currency), scope: id }', tests: [routes] },
  { name: "a job runs for another tenant", file: "workers/relay/queue-entries.ts", from: "list.push({ job: job.name, tenantId, eventId", to: 'list.push({ job: job.name, tenantId: events[0]?.tenantId ?? "", eventId', tests: ["tests/isolation/jobs.test.ts"] },
  { name: "jobs of all shops run for the first", file: "workers/runtime/tenant-contexts.ts", from: "await profiles.fetch(tenantId)", to: 'await profiles.fetch([...profiles.keys()][0] ?? tenantId)', tests: ["tests/isolation/jobs.test.ts"] },
  { name: "an event goes into another's log", file: "server/context/platform-context.ts", from: "appendEvent({ ...platform, tenantId }, name", to: "appendEvent({ ...platform, tenantId: `${tenantId}0` }, name", tests: ["tests/domain/tenants/shops.test.ts"] },
  { name: "the platform's changes leave no trace", file: "server/context/platform-context.ts", from: "await platform.rows.platformAudit.create({", to: "void ({", tests: ["tests/domain/tenants/shops.test.ts", "tests/isolation/jobs.test.ts"] },
]
