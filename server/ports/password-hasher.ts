export interface PasswordHasher {
  hash(password: string): Promise<string>
  verify(hash: string, password: string): Promise<boolean>
  /** Spends the time of a verification, so that an unknown address takes as long as a wrong password. */
  pretend(password: string): Promise<false>
}
