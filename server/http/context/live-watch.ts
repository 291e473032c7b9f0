/** What pages need of the live channel, which opens beside them. */
export interface LiveWatch {
  seqOf(tenantId: string): number
  countRefusal(tenantId: string): void
}
