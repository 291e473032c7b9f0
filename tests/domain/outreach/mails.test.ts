import { mkdtemp, readFile, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { placeOrder, shipOrder } from "#server/domain/orders/index.ts"
import { reportPayment } from "#server/domain/payments/index.ts"
import { sendReceipt, sendShippingNotice } from "#server/domain/outreach/index.ts"
import { present } from "#server/kernel/assert.ts"
import { createFileMailer } from "#server/platform/mail/file-mailer.ts"
import { listMails } from "#server/platform/mail/list-mails.ts"
import { runJobs } from "#tests/domain/orders/run-jobs.ts"
import { home, openStall, type Stall } from "#tests/support/stall.ts"

let stall: Stall
beforeAll(async () => {
  stall = await openStall({ language: "de", currency: "EUR", country: "DE", name: "Laden <Mitte>" })
})
afterAll(() => stall.close())

async function paidOrder() {
  const variantId = await stall.sell({ priceMinor: 1_250n })
  const address = { ...home, name: 'Jo "<script>" & Co', country: "DE" }
  const placed = await placeOrder(stall.ctx, await stall.fillCart([{ variantId, quantity: 2 }], { address }))
  const intent = [...stall.ports.payments.intents.values()].find(({ paymentId }) => paymentId === placed.paymentId)
  await reportPayment(stall.ctx, stall.ports.payments.advance(present(intent, "intent").providerRef, "succeeded"))
  await runJobs(stall.ctx)
  return placed
}

describe("mails about an order", () => {
  it("are in its language, with its sums and a link to the shop's own host, and go out once", async () => {
    const { orderId, number, accessToken } = await paidOrder()
    for (const _ of [1, 2]) await sendReceipt(stall.ctx, orderId, "evt_receipt")
    const sent = stall.ports.mail.sent.filter(({ key }) => key.includes("evt_receipt"))
    expect(sent).toHaveLength(1)
    const mail = present(sent[0], "mail")
    expect(mail).toMatchObject({
      to: "shopper@mail.test",
      fromName: "Laden <Mitte>",
      subject: `Ihre Bestellung ${number} bei Laden <Mitte>`,
    })
    expect(mail.text).toContain(`http://${stall.ctx.tenant.host}/orders/${orderId}?token=${accessToken}`)
    expect(mail.text.replace(/\u00a0/g, " ")).toContain("2 × Thing: 25,00 €")
    expect(mail.html).toContain("Jo &quot;&lt;script&gt;&quot; &amp; Co")
    expect(mail.html).not.toContain("<script>")
  })

  it("tell of the parcel", async () => {
    const { orderId } = await paidOrder()
    await shipOrder(stall.ctx, orderId, { carrier: "DHL", tracking: "00340" })
    await sendShippingNotice(stall.ctx, orderId, "evt_shipped")
    const mail = present(
      stall.ports.mail.sent.find(({ key }) => key.includes("evt_shipped")),
      "mail",
    )
    expect(mail.text).toContain("Sendungsnummer: 00340")
  })

  it("lie in the development inbox, one file per mail, newest first", async () => {
    const folder = await mkdtemp(join(tmpdir(), "mails-"))
    try {
      expect(await listMails(join(folder, "none"))).toEqual([])
      const mailer = createFileMailer(folder, { clock: stall.clock })
      const mail = {
        to: "a@b.test",
        fromName: "Laden",
        subject: "Größe\r\nBcc: x@y.test",
        text: "Hallo",
        html: "<p>Hallo</p>",
        key: "../../k:1",
      }
      for (const key of [mail.key, mail.key, "second"]) {
        await mailer.send(stall.ctx.tenant.id, { ...mail, key })
        stall.clock.advance(1_000)
      }
      const kept = await listMails(folder)
      expect(kept).toMatchObject([{ text: "Hallo", name: expect.stringContaining("second") }, { to: "a@b.test" }])
      const raw = await readFile(join(folder, `${kept[0]?.name}.eml`), "utf8")
      expect(raw).toContain("To: a@b.test")
      expect(raw).not.toMatch(/^Bcc:/m)
    } finally {
      await rm(folder, { recursive: true })
    }
  })
})
