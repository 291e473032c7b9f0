export { sendReceipt } from "./send-receipt.ts"
export { sendShippingNotice } from "./send-shipping-notice.ts"
