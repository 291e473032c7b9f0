import type { Language } from "#server/kernel/languages.ts"

interface Words {
  readonly title: string
  readonly text: string
}

export interface PlainWords {
  readonly unknownHost: Words
  readonly closed: Words
  readonly away: Words
  readonly fault: Words
  readonly malformed: Words
  readonly forged: Words
  readonly tooLarge: Words
  readonly tooMany: Words
  readonly missing: Words
}

/** What is said when the pages themselves cannot speak. */
export const plainWords: Readonly<Record<Language, PlainWords>> = {
  en: {
    unknownHost: {
      title: "There is nothing at this address",
      text: "No shop has this name. Please check the spelling in the address line.",
    },
    closed: {
      title: "This shop is closed",
      text: "It is not open for business at the moment. Orders that were placed are kept.",
    },
    away: {
      title: "We will be right back",
      text: "A part of the house is not answering just now. Nothing is lost; this page tries again by itself.",
    },
    fault: {
      title: "Something broke on our side",
      text: "It has been written down and will be looked at. Nothing you did is lost.",
    },
    malformed: { title: "That request made no sense to us", text: "Something in it was malformed. Go back and try once more." },
    forged: {
      title: "This request did not come from our own page",
      text: "Go back, load the page again and repeat what you did.",
    },
    tooLarge: { title: "That is larger than we accept", text: "Go back and send something smaller." },
    tooMany: { title: "A little slower, please", text: "We got very many requests from you. Wait a moment and carry on." },
    missing: { title: "There is nothing at this address", text: "It may have moved, or the link has a typing error in it." },
  },
  de: {
    unknownHost: {
      title: "Unter dieser Adresse ist nichts",
      text: "Kein Laden heißt so. Bitte die Schreibweise in der Adresszeile prüfen.",
    },
    closed: {
      title: "Dieser Laden ist geschlossen",
      text: "Zurzeit wird hier nichts verkauft. Aufgegebene Bestellungen bleiben erhalten.",
    },
    away: {
      title: "Wir sind gleich wieder da",
      text: "Ein Teil des Hauses antwortet gerade nicht. Nichts geht verloren; diese Seite versucht es von selbst wieder.",
    },
    fault: {
      title: "Bei uns ist etwas kaputtgegangen",
      text: "Es wurde aufgeschrieben und wird angesehen. Nichts von Ihnen ging verloren.",
    },
    malformed: {
      title: "Diese Anfrage haben wir nicht verstanden",
      text: "Etwas daran war fehlerhaft. Bitte zurückgehen und noch einmal versuchen.",
    },
    forged: {
      title: "Diese Anfrage kam nicht von unserer Seite",
      text: "Bitte zurückgehen, die Seite neu laden und wiederholen.",
    },
    tooLarge: { title: "Das ist größer, als wir annehmen", text: "Bitte zurückgehen und etwas Kleineres senden." },
    tooMany: {
      title: "Etwas langsamer, bitte",
      text: "Wir haben sehr viele Anfragen von Ihnen bekommen. Einen Moment warten, dann geht es weiter.",
    },
    missing: {
      title: "Unter dieser Adresse ist nichts",
      text: "Vielleicht ist es umgezogen, oder der Link hat einen Tippfehler.",
    },
  },
  zh: {
    unknownHost: { title: "此地址下没有内容", text: "没有这个名称的店铺，请检查地址栏中的拼写。" },
    closed: { title: "本店暂时关闭", text: "目前暂停营业，已提交的订单会保留。" },
    away: { title: "我们马上回来", text: "系统的一部分暂时没有响应。不会丢失任何内容，本页会自动重试。" },
    fault: { title: "我们这边出了问题", text: "问题已被记录并会得到处理，您的操作不会丢失。" },
    malformed: { title: "无法理解该请求", text: "请求格式有误，请返回后重试。" },
    forged: { title: "该请求并非来自本站页面", text: "请返回，刷新页面后重试。" },
    tooLarge: { title: "内容超出了允许的大小", text: "请返回并发送较小的内容。" },
    tooMany: { title: "请稍慢一些", text: "我们收到了您过多的请求，请稍等片刻再继续。" },
    missing: { title: "此地址下没有内容", text: "它可能已移走，或链接有误。" },
  },
}
