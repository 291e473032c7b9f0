import type { Wording } from "./wording.ts"

export const en: Wording = {
  receiptSubject: (number, shop) => `Your order ${number} at ${shop}`,
  receiptHeading: (name) => `Thank you, ${name}`,
  receiptBody: (number) => `We have received your payment. Order ${number} is being prepared.`,
  shippingSubject: (number, shop) => `Order ${number} from ${shop} is on its way`,
  shippingHeading: (name) => `Good news, ${name}`,
  shippingBody: (number, carrier) => `Order ${number} has left our house with ${carrier}.`,
  tracking: (tracking) => `Tracking number: ${tracking}`,
  refundSubject: (number, shop) => `Money back for order ${number} from ${shop}`,
  refundHeading: (name) => `Dear ${name}`,
  refundBody: {
    merchant: (number) => `We have refunded a payment for order ${number}.`,
    "paid-too-late": (number) =>
      `We are sorry: your payment for order ${number} arrived when its time was up, and the goods had been sold to somebody else.`,
    "order-cancelled": (number) =>
      `Your payment for order ${number} arrived after the order had been cancelled. We are sorry for the trouble.`,
    provider: (number) => `A payment for order ${number} was refunded.`,
  },
  refundTime: (amount) => `${amount} is on its way to you. Depending on your bank it takes up to ten days to appear.`,
  refunded: "Refunded",
  subtotal: "Subtotal",
  shipping: (method) => `Shipping (${method})`,
  taxIncluded: (name) => `including ${name}`,
  taxOnTop: (name) => name,
  total: "Total",
  address: "Delivery address",
  orderLink: "View your order",
  closing: (shop) => `Yours, ${shop}`,
}
