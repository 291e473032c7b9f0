import { randomUUID } from "node:crypto"
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises"
import { dirname, extname, join } from "node:path"
import { filePath } from "#server/kernel/tenant-keys.ts"
import type { FileStore } from "#server/ports/file-store.ts"

const contentTypes: Readonly<Record<string, string>> = {
  ".webp": "image/webp",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".pdf": "application/pdf",
  ".csv": "text/csv; charset=utf-8",
}

/** Files below one folder, a folder per tenant. A reader sees a whole file or none; its type is that of its name. */
export function createFolderFiles(root: string): FileStore {
  const placeOf = (tenantId: string, key: string) => join(root, filePath(tenantId, key))
  return {
    async write(tenantId, key, bytes) {
      const place = placeOf(tenantId, key)
      const draft = `${place}.${randomUUID()}.part`
      await mkdir(dirname(place), { recursive: true })
      await writeFile(draft, bytes)
      await rename(draft, place)
    },
    async read(tenantId, key) {
      try {
        const bytes = await readFile(placeOf(tenantId, key))
        return { bytes, contentType: contentTypes[extname(key)] ?? "application/octet-stream" }
      } catch (error) {
        if (isMissing(error)) return undefined
        throw error
      }
    },
    async remove(tenantId, key) {
      await rm(placeOf(tenantId, key), { force: true })
    },
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT"
}
