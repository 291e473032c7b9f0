/** Absolute addresses built from stored domains, never from a request. */
export interface Links {
  /** `path` starts with a slash. */
  shop(tenant: { readonly host: string }, path: string): string
  console(path: string): string
  market(path: string): string
  admin(path: string): string
}
