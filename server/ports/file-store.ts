/** Files of one tenant. Keys are made by `tenantFileKey`; a file never changes once written. */
export interface FileStore {
  write(tenantId: string, key: string, bytes: Uint8Array, contentType: string): Promise<void>
  read(tenantId: string, key: string): Promise<{ readonly bytes: Uint8Array; readonly contentType: string } | undefined>
  remove(tenantId: string, key: string): Promise<void>
}
