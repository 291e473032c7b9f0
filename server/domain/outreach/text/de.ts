import type { Wording } from "./wording.ts"

export const de: Wording = {
  receiptSubject: (number, shop) => `Ihre Bestellung ${number} bei ${shop}`,
  receiptHeading: (name) => `Vielen Dank, ${name}`,
  receiptBody: (number) => `Ihre Zahlung ist eingegangen. Wir bereiten Bestellung ${number} für den Versand vor.`,
  shippingSubject: (number, shop) => `Bestellung ${number} von ${shop} ist unterwegs`,
  shippingHeading: (name) => `Gute Nachrichten, ${name}`,
  shippingBody: (number, carrier) => `Bestellung ${number} hat unser Haus mit ${carrier} verlassen.`,
  tracking: (tracking) => `Sendungsnummer: ${tracking}`,
  refundSubject: (number, shop) => `Erstattung zu Bestellung ${number} bei ${shop}`,
  refundHeading: (name) => `Guten Tag, ${name}`,
  refundBody: {
    merchant: (number) => `Wir haben Ihnen eine Zahlung zu Bestellung ${number} erstattet.`,
    "paid-too-late": (number) =>
      `Es tut uns leid: Ihre Zahlung zu Bestellung ${number} kam erst nach Ablauf der Frist, und die Ware war inzwischen verkauft.`,
    "order-cancelled": (number) =>
      `Ihre Zahlung zu Bestellung ${number} kam, nachdem die Bestellung storniert war. Bitte entschuldigen Sie die Umstände.`,
    provider: (number) => `Eine Zahlung zu Bestellung ${number} wurde erstattet.`,
  },
  refundTime: (amount) => `${amount} sind auf dem Weg zu Ihnen. Je nach Bank dauert es bis zu zehn Tage.`,
  refunded: "Erstattet",
  subtotal: "Zwischensumme",
  shipping: (method) => `Versand (${method})`,
  taxIncluded: (name) => `darin enthalten: ${name}`,
  taxOnTop: (name) => name,
  total: "Gesamtbetrag",
  address: "Lieferadresse",
  orderLink: "Bestellung ansehen",
  closing: (shop) => `Herzliche Grüße, ${shop}`,
}
