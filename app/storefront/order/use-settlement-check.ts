import { useFetcher } from "@remix-run/react"
import { useEffect, useRef, useState } from "react"

const everyMs = 3_000
const most = 6

/**
 * Has the provider asked how an open payment stands: once when the page opens, and a few times more for someone who has just
 * paid. Answers whether it may still be that the news is on its way.
 */
export function useSettlementCheck(orderId: string, isOpen: boolean, hasPaid: boolean): boolean {
  const { submit } = useFetcher({ key: `check-${orderId}` })
  const ask = useRef(() => {})
  ask.current = () => submit({}, { method: "post", action: `/orders/${orderId}/payment` })
  const [isPatient, setPatient] = useState(true)
  useEffect(() => {
    if (!isOpen) return
    ask.current()
    if (!hasPaid) return
    let asked = 1
    const timer = setInterval(() => {
      if (asked++ < most) return ask.current()
      clearInterval(timer)
      setPatient(false)
    }, everyMs)
    return () => clearInterval(timer)
  }, [isOpen, hasPaid])
  return isPatient
}
