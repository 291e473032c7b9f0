export { mailAlerts } from "./mail-alerts.ts"
export { sendReceipt } from "./send-receipt.ts"
export { sendRefundNotice } from "./send-refund-notice.ts"
export { sendShippingNotice } from "./send-shipping-notice.ts"
