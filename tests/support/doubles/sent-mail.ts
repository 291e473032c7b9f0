import type { Mail, Mailer } from "#server/ports/mailer.ts"

/** Keeps what was sent; the same key once, per tenant. */
export function outbox(): Mailer & { readonly sent: readonly (Mail & { readonly tenantId: string })[] } {
  const sent: (Mail & { readonly tenantId: string })[] = []
  return {
    sent,
    async send(tenantId, mail) {
      if (!sent.some((other) => other.tenantId === tenantId && other.key === mail.key)) sent.push({ ...mail, tenantId })
    },
  }
}
