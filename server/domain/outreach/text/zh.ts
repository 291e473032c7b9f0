import type { Wording } from "./wording.ts"

export const zh: Wording = {
  receiptSubject: (number, shop) => `您在${shop}的订单 ${number}`,
  receiptHeading: (name) => `${name}，感谢您的惠顾`,
  receiptBody: (number) => `我们已收到您的付款，订单 ${number} 正在备货。`,
  shippingSubject: (number, shop) => `${shop}：订单 ${number} 已发货`,
  shippingHeading: (name) => `${name}，好消息`,
  shippingBody: (number, carrier) => `订单 ${number} 已交由${carrier}配送。`,
  tracking: (tracking) => `运单号：${tracking}`,
  subtotal: "小计",
  shipping: (method) => `运费（${method}）`,
  taxIncluded: (name) => `其中${name}`,
  taxOnTop: (name) => name,
  total: "合计",
  address: "收货地址",
  orderLink: "查看订单",
  closing: (shop) => `${shop} 敬上`,
}
