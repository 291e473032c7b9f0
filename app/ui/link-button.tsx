import { Link, type LinkProps } from "@remix-run/react"
import { type ButtonLook, buttonClass } from "./button.tsx"
import { classes } from "./classes.ts"
import { Icon } from "./icon.tsx"

/** A link that looks like a button: it goes somewhere, it does not do something. */
export function LinkButton({ look, size, wide, icon, className, children, ...rest }: ButtonLook & LinkProps) {
  return (
    <Link className={classes(buttonClass({ look, size, wide }), className)} {...rest}>
      {icon && <Icon name={icon} size={18} />}
      {children}
    </Link>
  )
}
