import type { Language } from "#server/kernel/languages.ts"
import { type PlainWords, plainWords } from "./plain-words.ts"

export type PlainKind = keyof PlainWords

export interface PlainPage {
  readonly kind: PlainKind
  readonly language: Language
  readonly nonce: string
  readonly reference?: string
  /** Loads itself again after so many seconds. */
  readonly retrySeconds?: number
}

const style = `
:root{color-scheme:light dark;--paper:#faf8f4;--ink:#1d1b18;--soft:#6c665d;--line:#e4ded3;--accent:#8a3b12}
@media(prefers-color-scheme:dark){:root{--paper:#171513;--ink:#f2eee7;--soft:#a79f93;--line:#37322b;--accent:#f0a06c}}
*{box-sizing:border-box;margin:0}
body{min-height:100vh;min-height:100dvh;display:grid;place-items:center;padding:24px;background:var(--paper);color:var(--ink);
font:17px/1.6 ui-serif,Georgia,"Noto Serif CJK SC",serif}
main{max-width:34rem;border-top:3px solid var(--accent);padding-top:28px}
h1{font-size:clamp(1.6rem,5vw,2.3rem);line-height:1.2;letter-spacing:-.01em;margin-bottom:14px;text-wrap:balance}
p{color:var(--soft)}small{display:block;margin-top:28px;padding-top:14px;border-top:1px solid var(--line);color:var(--soft);
font:13px/1.5 ui-monospace,monospace}`

/** A page that needs neither database, build nor browser code: for when one of these is what is missing. Names no shop. */
export function plainPage({ kind, language, nonce, reference, retrySeconds }: PlainPage): string {
  const { title, text, referenceWord } = { ...plainWords[language][kind], referenceWord: referenceWords[language] }
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">${retrySeconds ? `<meta http-equiv="refresh" content="${retrySeconds}">` : ""}
<title>${title}</title><style nonce="${nonce}">${style}</style></head>
<body><main><h1>${title}</h1><p>${text}</p>${reference ? `<small>${referenceWord} ${reference}</small>` : ""}</main></body></html>
`
}

const referenceWords: Readonly<Record<Language, string>> = { en: "Reference", de: "Kennung", zh: "编号" }
