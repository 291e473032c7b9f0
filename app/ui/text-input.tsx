import type { ComponentProps } from "react"
import { classes } from "./classes.ts"
import { useControl } from "./field.tsx"

export function TextInput({ className, type = "text", ...rest }: ComponentProps<"input">) {
  return <input type={type} className={classes("control", className)} {...useControl()} {...rest} />
}
