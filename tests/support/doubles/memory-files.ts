import { filePath } from "#server/kernel/tenant-keys.ts"
import type { FileStore } from "#server/ports/file-store.ts"

type StoredFile = { readonly bytes: Uint8Array; readonly contentType: string }

export function memoryFiles(): FileStore & { readonly stored: ReadonlyMap<string, StoredFile> } {
  const stored = new Map<string, StoredFile>()
  return {
    stored,
    async write(tenantId, key, bytes, contentType) {
      stored.set(filePath(tenantId, key), { bytes, contentType })
    },
    read: async (tenantId, key) => stored.get(filePath(tenantId, key)),
    async remove(tenantId, key) {
      stored.delete(filePath(tenantId, key))
    },
  }
}
