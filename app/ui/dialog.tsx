import { Dialog as Radix } from "radix-ui"
import type { ReactNode } from "react"
import { useText } from "#app/text/text.tsx"
import { IconButton } from "./icon-button.tsx"

interface Props {
  /** One element that opens it, a `Button` usually. */
  trigger?: ReactNode
  title: ReactNode
  text?: ReactNode
  open?: boolean
  onOpenChange?: (open: boolean) => void
  children: ReactNode
}

/** For console and admin only: Radix does not fit into a storefront's script budget. A sheet on phones. */
export function Dialog({ trigger, title, text, open, onOpenChange, children }: Props) {
  const t = useText("ui")
  return (
    <Radix.Root {...(open !== undefined && { open })} {...(onOpenChange && { onOpenChange })}>
      {trigger && <Radix.Trigger asChild>{trigger}</Radix.Trigger>}
      <Radix.Portal>
        <Radix.Overlay className="dialog-veil" />
        <Radix.Content className="dialog" {...(text ? {} : { "aria-describedby": undefined })}>
          <div className="mb-3 flex items-start justify-between gap-4">
            <Radix.Title className="pt-2 text-xl">{title}</Radix.Title>
            <Radix.Close asChild>
              <IconButton icon="close" label={t("close")} />
            </Radix.Close>
          </div>
          {text && <Radix.Description className="mb-4 text-muted">{text}</Radix.Description>}
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
