import type { ComponentProps } from "react"
import { classes } from "./classes.ts"
import { useControl } from "./field.tsx"
import { Icon } from "./icon.tsx"

export interface Choice {
  value: string
  label: string
}

/** The browser's own list: right on phones, known by readers. */
export function Select({ choices, className, ...rest }: { choices: readonly Choice[] } & ComponentProps<"select">) {
  return (
    <span className={classes("select", className)}>
      <select className="control" {...useControl()} {...rest}>
        {choices.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <Icon name="down" size={16} />
    </span>
  )
}
