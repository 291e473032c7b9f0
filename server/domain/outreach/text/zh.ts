import type { Wording } from "./wording.ts"

export const zh: Wording = {
  receiptSubject: (number, shop) => `您在${shop}的订单 ${number}`,
  receiptHeading: (name) => `${name}，感谢您的惠顾`,
  receiptBody: (number) => `我们已收到您的付款，订单 ${number} 正在备货。`,
  shippingSubject: (number, shop) => `${shop}：订单 ${number} 已发货`,
  shippingHeading: (name) => `${name}，好消息`,
  shippingBody: (number, carrier) => `订单 ${number} 已交由${carrier}配送。`,
  tracking: (tracking) => `运单号：${tracking}`,
  refundSubject: (number, shop) => `${shop}：订单 ${number} 的退款`,
  refundHeading: (name) => `${name}，您好`,
  refundBody: {
    merchant: (number) => `我们已为订单 ${number} 退款。`,
    "paid-too-late": (number) => `非常抱歉：订单 ${number} 的付款在超时之后才到达，商品已售予他人。`,
    "order-cancelled": (number) => `订单 ${number} 的付款在订单取消之后到达，给您带来不便，非常抱歉。`,
    provider: (number) => `订单 ${number} 的一笔付款已退还。`,
  },
  refundTime: (amount) => `${amount} 正在退回给您。视银行而定，最多需要十天到账。`,
  refunded: "退款",
  subtotal: "小计",
  shipping: (method) => `运费（${method}）`,
  taxIncluded: (name) => `其中${name}`,
  taxOnTop: (name) => name,
  total: "合计",
  address: "收货地址",
  orderLink: "查看订单",
  closing: (shop) => `${shop} 敬上`,
}
