export interface ProductDocument {
  readonly productId: string
  readonly title: string
  /** Category, vendor, options and description, in the shop's language. */
  readonly body: string
}

export interface ProductSearch {
  put(tenantId: string, documents: readonly ProductDocument[]): Promise<void>
  remove(tenantId: string, productIds: readonly string[]): Promise<void>
  /** Product ids, best first. */
  find(tenantId: string, query: string, most: number): Promise<readonly string[]>
}
