/** A shopper with an account at one shop. The same address at another shop is somebody else. */
export interface Customer {
  readonly id: string
  readonly email: string
  readonly name: string
}

export const customerFields = { id: true, email: true, name: true } as const
