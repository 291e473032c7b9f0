import type { Wording } from "./wording.ts"

export const en: Wording = {
  receiptSubject: (number, shop) => `Your order ${number} at ${shop}`,
  receiptHeading: (name) => `Thank you, ${name}`,
  receiptBody: (number) => `We have received your payment. Order ${number} is being prepared.`,
  shippingSubject: (number, shop) => `Order ${number} from ${shop} is on its way`,
  shippingHeading: (name) => `Good news, ${name}`,
  shippingBody: (number, carrier) => `Order ${number} has left our house with ${carrier}.`,
  tracking: (tracking) => `Tracking number: ${tracking}`,
  subtotal: "Subtotal",
  shipping: (method) => `Shipping (${method})`,
  taxIncluded: (name) => `including ${name}`,
  taxOnTop: (name) => name,
  total: "Total",
  address: "Delivery address",
  orderLink: "View your order",
  closing: (shop) => `Yours, ${shop}`,
}
