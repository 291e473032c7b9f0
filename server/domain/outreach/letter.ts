/** One mail in two dresses. Plain sentences and tables of two columns: that is all our mails need. */
export interface Letter {
  readonly subject: string
  readonly heading: string
  readonly paragraphs: readonly string[]
  /** What was bought, then sums. */
  readonly rows: readonly LetterRow[]
  readonly address?: { readonly title: string; readonly lines: readonly string[] }
  readonly link: LetterLink
  /** A way out, in small letters. */
  readonly stop?: LetterLink
  readonly closing: string
}

interface LetterLink {
  readonly label: string
  readonly href: string
}

export interface LetterRow {
  readonly label: string
  readonly amount: string
  readonly isSum?: boolean
}

export function asText({ heading, paragraphs, rows, address, link, stop, closing }: Letter): string {
  const table = rows.map(({ label, amount }) => `${label}: ${amount}`)
  const to = address ? [address.title, ...address.lines] : []
  const blocks = [
    [heading],
    ...paragraphs.map((paragraph) => [paragraph]),
    table,
    to,
    [`${link.label}:`, link.href],
    [closing],
    way(stop),
  ]
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join("\n"))
    .join("\n\n")}\n`
}

const way = (link: LetterLink | undefined): string[] => (link ? [`${link.label}:`, link.href] : [])

export function asHtml({ subject, heading, paragraphs, rows, address, link, stop, closing }: Letter, language: string): string {
  const table = rows.map(({ label, amount, isSum }) => {
    const weight = isSum ? "600" : "400"
    const cell = `padding:6px 0;border-bottom:1px solid #e5e5e5;font-weight:${weight}`
    return `<tr><td style="${cell}">${escaped(label)}</td><td style="${cell};text-align:right;white-space:nowrap">${escaped(amount)}</td></tr>`
  })
  const to = address ? `<p><strong>${escaped(address.title)}</strong><br>${address.lines.map(escaped).join("<br>")}</p>` : ""
  return [
    `<!doctype html><html lang="${escaped(language)}"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head>`,
    `<body style="margin:0;padding:24px;background:#f6f5f3;color:#1d1d1f;font:16px/1.5 system-ui,sans-serif">`,
    `<div style="max-width:560px;margin:0 auto;padding:32px;background:#ffffff;border-radius:12px">`,
    `<h1 style="margin:0 0 16px;font-size:22px">${escaped(heading)}</h1>`,
    ...paragraphs.map((paragraph) => `<p>${escaped(paragraph)}</p>`),
    table.length > 0 ? `<table style="width:100%;border-collapse:collapse">${table.join("")}</table>` : "",
    to,
    `<p style="margin:24px 0"><a href="${escaped(link.href)}" style="padding:12px 20px;border-radius:8px;background:#1d1d1f;color:#ffffff">`,
    `${escaped(link.label)}</a></p><p>${escaped(closing)}</p>`,
    stop ? `<p style="font-size:13px"><a href="${escaped(stop.href)}" style="color:#6b6b70">${escaped(stop.label)}</a></p>` : "",
    "</div></body></html>",
  ].join("\n")
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" }

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character)
}
