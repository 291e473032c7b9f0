import { mkdtemp, readdir, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { createFolderFiles } from "./folder-files.ts"

let root: string

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "rialto-files-"))
})
afterAll(() => rm(root, { recursive: true }))

test("a file is one tenant's: written whole, read back, removed", async () => {
  const files = createFolderFiles(root)
  const bytes = new Uint8Array([1, 2, 3])
  await files.write("ten_a", "pic_1-320.webp", bytes, "image/webp")
  const found = await files.read("ten_a", "pic_1-320.webp")
  expect([...(found?.bytes ?? [])]).toEqual([1, 2, 3])
  expect(found?.contentType).toBe("image/webp")
  expect(await readdir(join(root, "ten_a"))).toEqual(["pic_1-320.webp"])
  expect(await files.read("ten_b", "pic_1-320.webp")).toBeUndefined()
  await files.remove("ten_a", "pic_1-320.webp")
  await files.remove("ten_a", "pic_1-320.webp")
  expect(await files.read("ten_a", "pic_1-320.webp")).toBeUndefined()
})

test("no name leads out of the tenant's folder", async () => {
  const files = createFolderFiles(root)
  for (const name of ["../ten_b/x", "..", "/etc/passwd", "a/b", "a\0b", ""]) {
    await expect(files.read("ten_a", name)).rejects.toThrow("no such file name")
  }
  await expect(files.read("../ten_a", "x.webp")).rejects.toThrow("no such file name")
})
