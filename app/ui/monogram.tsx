import { classes } from "./classes.ts"

/** One or two letters of a name, beside the name itself. */
export function Monogram({ name, large = false }: { name: string; large?: boolean }) {
  return (
    <span aria-hidden="true" className={classes("monogram", large && "monogram-large")}>
      {initials(name)}
    </span>
  )
}

function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean)
  const ends = words.length > 1 ? [words[0], words.at(-1)] : [words[0]]
  return ends
    .map((word) => Array.from(word ?? "")[0] ?? "")
    .join("")
    .toUpperCase()
}
