import type { ReactNode } from "react"
import { Icon, type IconName } from "./icon.tsx"

interface Props {
  icon?: IconName
  title: ReactNode
  children?: ReactNode
  /** What to do next: a link-button, usually. */
  action?: ReactNode
}

export function EmptyState({ icon = "box", title, children, action }: Props) {
  return (
    <div className="empty">
      <span className="empty-mark">
        <Icon name={icon} size={32} />
      </span>
      <h2 className="text-xl">{title}</h2>
      {/* Words, or a form, which no paragraph may hold. */}
      {children && <div className="empty-text">{children}</div>}
      {action}
    </div>
  )
}
