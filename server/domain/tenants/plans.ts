/** What each plan takes of a sale's goods, in basis points. Single categories may be agreed on otherwise. */
export const planCommissions = { standard: 250, plus: 180, partner: 100 } as const

export type Plan = keyof typeof planCommissions

export const plans: readonly Plan[] = ["standard", "plus", "partner"]
