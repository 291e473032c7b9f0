import type { PlatformContext } from "#server/context/platform-context.ts"
import { after, minutes } from "#server/kernel/clock.ts"
import { platformSender } from "#server/kernel/tenant-keys.ts"
import type { AlertKind } from "#server/messages/pulse.ts"
import { asHtml, asText, type Letter } from "./letter.ts"

interface FiredAlert {
  readonly id: string
  readonly kind: AlertKind
  readonly tenantId: string
  readonly shop: string | null
  readonly value: number
  readonly limit: number
  readonly firedAt: Date
}

interface Admin {
  readonly id: string
  readonly email: string
}

/** So long another process leaves an alert to the one that has begun to mail it. */
const patienceMs = minutes(1)

/**
 * Tells every platform admin of each alert that is on, once: an alert is claimed, mailed under a key that lets the transport know a repeat, and
 * marked. What failed is tried again after a minute, as long as the alert is on. In English: an account has no language.
 */
export async function mailAlerts(platform: PlatformContext): Promise<void> {
  const now = platform.clock.now()
  const [waiting] = await platform.read(
    "outreach.alerts-to-mail",
    ({ sql }) => sql`select id from alert where cleared_at is null and mailed_at is null limit 1`,
  )
  if (!waiting) return
  const [fired, admins] = await platform.record("outreach.claim-alerts", ({ sql }) =>
    Promise.all([
      sql<FiredAlert>`
        update alert l set mail_tried_at = ${now}
        where cleared_at is null and mailed_at is null and (mail_tried_at is null or mail_tried_at < ${after(now, -patienceMs)})
        returning l.id, l.kind, l.tenant_id as "tenantId", (select name from tenant t where t.id = l.tenant_id) as shop,
          l.value, l."limit", l.fired_at as "firedAt"`,
      sql<Admin>`select id, email from account where platform_admin order by id`,
    ]),
  )
  for (const alert of fired) {
    for (const admin of admins) await mail(platform, alert, admin)
    await platform.record(
      "outreach.mark-alert",
      ({ sql }) => sql`update alert set mailed_at = ${platform.clock.now()} where id = ${alert.id}`,
    )
  }
}

function mail(platform: PlatformContext, alert: FiredAlert, { id, email }: Admin): Promise<void> {
  const letter = letterOf(platform, alert)
  return platform.ports.mail.send(platformSender, {
    to: email,
    fromName: "Rialto",
    subject: letter.subject,
    text: asText(letter),
    html: asHtml(letter, "en"),
    key: `alert.${alert.id}.${id}`,
  })
}

const words: Readonly<Record<AlertKind, { readonly name: string; readonly unit: string }>> = {
  "error-rate": { name: "Many errors", unit: "%" },
  "queue-age": { name: "Jobs are waiting", unit: "s" },
  "payment-failures": { name: "Payments fail", unit: "%" },
}

function letterOf(platform: PlatformContext, { kind, shop, value, limit, firedAt }: FiredAlert): Letter {
  const { name, unit } = words[kind]
  const place = shop ?? "the platform itself"
  return {
    subject: `${name}: ${place}`,
    heading: `${name}: ${place}`,
    paragraphs: [`Since ${firedAt.toISOString().slice(0, 16).replace("T", " ")} UTC. Nobody has acknowledged it yet.`],
    rows: [
      { label: "As it stands", amount: `${Math.round(value * 10) / 10} ${unit}` },
      { label: "The limit", amount: `${limit} ${unit}` },
    ],
    link: { label: "Look at it", href: platform.ports.links.admin("/alerts") },
    closing: "Rialto",
  }
}
