import { createContext, type ReactNode, useCallback, useContext, useState } from "react"
import { useText } from "#app/text/text.tsx"
import { IconButton } from "./icon-button.tsx"

interface Toast {
  id: number
  words: ReactNode
}

const shownMs = 6_000
const ToastContext = createContext<(words: ReactNode) => void>(() => undefined)

/** `const toast = useToast(); toast(t("cart.added"))`. Never the only place where something is said. */
export function useToast(): (words: ReactNode) => void {
  return useContext(ToastContext)
}

/** Holds the region where short news appears and goes by itself; newest last, three at most. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const t = useText("ui")
  const [toasts, setToasts] = useState<readonly Toast[]>([])
  const drop = useCallback((id: number) => setToasts((now) => now.filter((toast) => toast.id !== id)), [])
  const show = useCallback(
    (words: ReactNode) => {
      const id = performance.now()
      setToasts((now) => [...now.slice(-2), { id, words }])
      setTimeout(() => drop(id), shownMs)
    },
    [drop],
  )
  return (
    <ToastContext.Provider value={show}>
      {children}
      <section className="toasts" aria-live="polite" aria-label={t("toast.region")}>
        {toasts.map(({ id, words }) => (
          <div key={id} className="toast">
            <span className="flex-1">{words}</span>
            <IconButton icon="close" label={t("close")} onClick={() => drop(id)} />
          </div>
        ))}
      </section>
    </ToastContext.Provider>
  )
}
