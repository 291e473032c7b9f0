/** A person who works: merchant's staff or platform admin. */
export interface Account {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly platformAdmin: boolean
}

export const accountFields = { id: true, email: true, name: true, platformAdmin: true } as const
