import type { ReactNode } from "react"
import { useText } from "#app/text/text.tsx"
import { classes } from "./classes.ts"
import { Icon } from "./icon.tsx"

interface Props {
  tone?: "info" | "success" | "warning" | "danger"
  title?: ReactNode
  /** Read out when it appears: the answer to something the user just did. */
  live?: boolean
  children?: ReactNode
}

export function Notice({ tone = "info", title, live = false, children }: Props) {
  const t = useText("ui")
  const role = live ? (tone === "danger" ? "alert" : "status") : undefined
  return (
    <div className={classes("notice", tone !== "info" && `notice-${tone}`)} role={role}>
      <Icon name={tone} />
      <strong className="font-semibold">{title ?? t(`notice.${tone}`)}</strong>
      {children && <div className="notice-body">{children}</div>}
    </div>
  )
}
