/** Who is asking. A visitor is a stranger with a cart; `system` is a job or the clock. */
export type Actor =
  | { readonly kind: "visitor"; readonly visitorId: string }
  | { readonly kind: "customer"; readonly customerId: string; readonly visitorId: string }
  | { readonly kind: "staff"; readonly accountId: string; readonly role: StaffRole }
  | { readonly kind: "admin"; readonly accountId: string }
  | { readonly kind: "system" }

export const staffRoles = ["owner", "manager", "clerk"] as const
export type StaffRole = (typeof staffRoles)[number]
