import { useText } from "#app/text/text.tsx"

const known = [
  ...(["cash:clearing", "platform:commission", "held", "payable", "cash:connected"] as const),
  ...(["receivable", "revenue", "refunds", "tax", "shipping", "fees"] as const),
] as const

/** An account of the ledger in the reader's words; one that has none yet is called as it is. */
export function useAccountName(): (account: string) => string {
  const t = useText("console")
  return (account) => {
    const found = known.find((name) => name === account)
    return found ? t(`account.${found}`) : account
  }
}
