import type { Wording } from "./wording.ts"

export const de: Wording = {
  receiptSubject: (number, shop) => `Ihre Bestellung ${number} bei ${shop}`,
  receiptHeading: (name) => `Vielen Dank, ${name}`,
  receiptBody: (number) => `Ihre Zahlung ist eingegangen. Wir bereiten Bestellung ${number} für den Versand vor.`,
  shippingSubject: (number, shop) => `Bestellung ${number} von ${shop} ist unterwegs`,
  shippingHeading: (name) => `Gute Nachrichten, ${name}`,
  shippingBody: (number, carrier) => `Bestellung ${number} hat unser Haus mit ${carrier} verlassen.`,
  tracking: (tracking) => `Sendungsnummer: ${tracking}`,
  subtotal: "Zwischensumme",
  shipping: (method) => `Versand (${method})`,
  taxIncluded: (name) => `darin enthalten: ${name}`,
  taxOnTop: (name) => name,
  total: "Gesamtbetrag",
  address: "Lieferadresse",
  orderLink: "Bestellung ansehen",
  closing: (shop) => `Herzliche Grüße, ${shop}`,
}
