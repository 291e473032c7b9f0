import type { ChallengeLanguage } from "./challenge-text.ts"

interface OnboardingText {
  readonly title: string
  readonly lead: string
  readonly all: string
  readonly noBank: string
  readonly later: string
  readonly note: string
}

export const onboardingText: Readonly<Record<ChallengeLanguage, OnboardingText>> = {
  en: {
    title: "Your payout account",
    lead: "The payment provider wants to know who you are, and to which bank account your money goes.",
    all: "Give everything",
    noBank: "Give everything but the bank account",
    later: "Not now",
    note: "This is the card simulator. It asks for no name and no account.",
  },
  de: {
    title: "Dein Auszahlungskonto",
    lead: "Der Zahlungsdienst möchte wissen, wer du bist und auf welches Bankkonto dein Geld geht.",
    all: "Alles angeben",
    noBank: "Alles außer dem Bankkonto angeben",
    later: "Nicht jetzt",
    note: "Dies ist der Kartensimulator. Er fragt nach keinem Namen und keinem Konto.",
  },
  zh: {
    title: "您的收款账户",
    lead: "支付服务商需要了解您的身份以及收款银行账户。",
    all: "全部提供",
    noBank: "除银行账户外全部提供",
    later: "暂不",
    note: "这是银行卡模拟器，不会询问姓名或账户。",
  },
}
