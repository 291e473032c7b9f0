import type { ComponentProps } from "react"
import { classes } from "./classes.ts"
import { Icon, type IconName } from "./icon.tsx"

/** A button of one picture; `label` is what a reader hears and a pointer sees. */
export function IconButton({ icon, label, className, ...rest }: { icon: IconName; label: string } & ComponentProps<"button">) {
  return (
    <button type="button" aria-label={label} title={label} className={classes("icon-button", className)} {...rest}>
      <Icon name={icon} />
    </button>
  )
}
