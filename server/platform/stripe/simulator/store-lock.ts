import { mkdir, readFile, rm, stat, utimes, writeFile } from "node:fs/promises"
import path from "node:path"

const beatMs = 2_000
const silentMs = 10_000

/**
 * Keeps a second process from writing to the same folder. The lock of a dead process is taken over at once, one whose
 * process number was reused after ten silent seconds.
 * @returns the release
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  await mkdir(folder, { recursive: true })
  const file = path.join(folder, "lock")
  for (let waited = 0; !(await tryLock(file)); waited += 250) {
    if (waited > silentMs + beatMs) throw new Error(`another process is using the card simulator's data in ${folder}`)
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  const beat = setInterval(() => void utimes(file, new Date(), new Date()).catch(() => {}), beatMs).unref()
  return async () => {
    clearInterval(beat)
    await rm(file, { force: true })
  }
}

async function tryLock(file: string): Promise<boolean> {
  if (await create(file)) return true
  if (!(await isStale(file))) return false
  await rm(file, { force: true })
  return create(file)
}

function create(file: string): Promise<boolean> {
  return writeFile(file, String(process.pid), { flag: "wx" }).then(
    () => true,
    (error: unknown) => {
      // Anything but "it exists" is a disk that cannot be written, and worth saying so.
      if (error instanceof Error && "code" in error && error.code === "EEXIST") return false
      throw error
    },
  )
}

async function isStale(file: string): Promise<boolean> {
  const owner = Number(await readFile(file, "utf8").catch(() => "0"))
  const beatAt = await stat(file).then(
    (s) => s.mtimeMs,
    () => 0,
  )
  return owner === process.pid || !isAlive(owner) || Date.now() - beatAt > silentMs
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // Somebody else's process is alive too.
    return error instanceof Error && "code" in error && error.code === "EPERM"
  }
}
