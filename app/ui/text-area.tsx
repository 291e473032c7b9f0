import type { ComponentProps } from "react"
import { classes } from "./classes.ts"
import { useControl } from "./field.tsx"

export function TextArea({ className, rows = 4, ...rest }: ComponentProps<"textarea">) {
  return <textarea rows={rows} className={classes("control", className)} {...useControl()} {...rest} />
}
