import type { ReactNode } from "react"
import { classes } from "./classes.ts"

export type Tone = "plain" | "accent" | "info" | "positive" | "warning" | "danger"

export function Badge({ tone = "plain", children }: { tone?: Tone; children: ReactNode }) {
  return <span className={classes("badge", tone !== "plain" && `badge-${tone}`)}>{children}</span>
}
