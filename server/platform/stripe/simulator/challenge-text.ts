export interface ChallengeText {
  readonly title: string
  readonly lead: (amount: string) => string
  readonly note: string
  readonly complete: string
  readonly fail: string
  readonly gone: string
  readonly goneLead: string
}

const texts = {
  en: {
    title: "Confirm your payment",
    lead: (amount) => `Your bank asks you to approve a payment of ${amount}.`,
    note: "This is the card simulator. No money moves.",
    complete: "Complete",
    fail: "Fail",
    gone: "This page has expired",
    goneLead: "The payment was already answered or replaced. Go back to the shop to see how it stands.",
  },
  de: {
    title: "Zahlung bestätigen",
    lead: (amount) => `Deine Bank bittet dich, eine Zahlung über ${amount} freizugeben.`,
    note: "Dies ist der Kartensimulator. Es fließt kein Geld.",
    complete: "Freigeben",
    fail: "Ablehnen",
    gone: "Diese Seite ist abgelaufen",
    goneLead: "Die Zahlung wurde schon beantwortet oder ersetzt. Im Shop siehst du, wie sie steht.",
  },
  zh: {
    title: "确认付款",
    lead: (amount) => `您的银行请您确认一笔 ${amount} 的付款。`,
    note: "这是银行卡模拟器，不会发生真实扣款。",
    complete: "完成",
    fail: "拒绝",
    gone: "页面已失效",
    goneLead: "该付款已处理或已被替换，请返回商店查看状态。",
  },
} as const satisfies Record<string, ChallengeText>

export type ChallengeLanguage = keyof typeof texts

/** The first language of the header that there is a text for. */
export function languageOf(acceptLanguage: string | undefined): ChallengeLanguage {
  for (const part of (acceptLanguage ?? "").split(",")) {
    const code = part.trim().slice(0, 2).toLowerCase()
    if (code === "en" || code === "de" || code === "zh") return code
  }
  return "en"
}

export function challengeText(language: ChallengeLanguage): ChallengeText {
  return texts[language]
}
