import { type ReactNode, useId, useRef } from "react"
import { useText } from "#app/text/text.tsx"
import { IconButton } from "./icon-button.tsx"

interface Props {
  /** Draws what opens it: `(open) => <Button type="button" onClick={open}>…`. */
  trigger: (open: () => void) => ReactNode
  title: ReactNode
  text?: ReactNode
  /** A form usually; `close` for its cancel button. */
  children: (close: () => void) => ReactNode
}

/** The browser's own modal dialog: it holds and returns the focus and closes on Escape. A sheet on phones. */
export function Dialog({ trigger, title, text, children }: Props) {
  const t = useText("ui")
  const id = useId()
  const box = useRef<HTMLDialogElement>(null)
  const close = () => box.current?.close()
  return (
    <>
      {trigger(() => box.current?.showModal())}
      <dialog ref={box} className="dialog" aria-labelledby={`${id}-title`} aria-describedby={text ? `${id}-text` : undefined}>
        <div className="dialog-sheet">
          <div className="mb-3 flex items-start justify-between gap-4">
            <h2 id={`${id}-title`} className="pt-2 text-xl">
              {title}
            </h2>
            <IconButton icon="close" label={t("close")} onClick={close} />
          </div>
          {text && (
            <p id={`${id}-text`} className="mb-4 text-muted">
              {text}
            </p>
          )}
          {children(close)}
        </div>
      </dialog>
    </>
  )
}
