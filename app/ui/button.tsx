import type { ComponentProps } from "react"
import { classes } from "./classes.ts"
import { Icon, type IconName } from "./icon.tsx"

export interface ButtonLook {
  look?: "primary" | "secondary" | "quiet" | "danger"
  size?: "small" | "large"
  wide?: boolean
  icon?: IconName
}

type Props = ButtonLook & ComponentProps<"button"> & { busy?: boolean }

/** `busy` keeps the focus where it is and stops a second press; a form's own guard against doubles stays necessary. */
export function Button({ look, size, wide, icon, busy = false, type = "submit", className, children, onClick, ...rest }: Props) {
  return (
    <button
      type={type}
      className={classes(buttonClass({ look, size, wide }), className)}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      {...rest}
    >
      {icon && <Icon name={icon} size={18} />}
      {children}
    </button>
  )
}

type Look = { [K in "look" | "size" | "wide"]?: ButtonLook[K] | undefined }

export function buttonClass({ look = "primary", size, wide }: Look): string {
  return classes("button", `button-${look}`, size && `button-${size}`, wide && "button-wide")
}
