// Plain JavaScript without packages: it must run before anything is installed, on whatever Node there is.
import { spawn } from "node:child_process"
import { existsSync, readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath, pathToFileURL } from "node:url"

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
process.chdir(root)

/** One sentence, exit code 1, no stack. */
function stopWith(sentence) {
  process.stderr.write(`\n${sentence}\n`)
  process.exit(1)
}

function requireNode(major, minor) {
  const [a = 0, b = 0] = process.versions.node.split(".").map(Number)
  if (a > major || (a === major && b >= minor)) return
  stopWith(
    `Rialto needs Node ${major}.${minor} or newer, and this is Node ${process.versions.node}: please install a newer one from nodejs.org.`,
  )
}

/** Compares what the lock file wants with what npm noted in node_modules; dates would lie after a clone or a copy. */
function isInstalled() {
  const note = join("node_modules", ".package-lock.json")
  if (!existsSync(note)) return false
  try {
    const wanted = JSON.parse(readFileSync("package-lock.json", "utf8")).packages
    const there = JSON.parse(readFileSync(note, "utf8")).packages
    return Object.entries(wanted).every(
      ([place, entry]) =>
        place === "" || entry.link || there[place]?.version === entry.version || (entry.optional && !there[place]),
    )
  } catch {
    return false
  }
}

async function install() {
  if (isInstalled()) return
  const since = Date.now()
  // Not `ci`: it empties node_modules under whatever runs there, and insists that the lock file knows every platform's binaries,
  // which depends on the registry it was written against. What the lock file does name is taken as it says.
  const npm = process.env.npm_execpath
  const flags = ["install", "--no-save", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
  const [file, args] = npm?.endsWith(".js") ? [process.execPath, [npm, ...flags]] : ["npm", flags]
  process.stdout.write(`… packages    fetching what package-lock.json names (the first time this takes a minute)\n`)
  const said = []
  const child = spawn(file, args, { stdio: ["ignore", "pipe", "pipe"], shell: process.platform === "win32" && file === "npm" })
  child.stdout.on("data", (chunk) => said.push(chunk))
  child.stderr.on("data", (chunk) => said.push(chunk))
  const code = await new Promise((resolve) => {
    child.on("error", () => resolve(127))
    child.on("close", resolve)
  })
  if (code !== 0) stopWith(sentenceFor(code, Buffer.concat(said).toString()))
  process.stdout.write(`✓ packages    installed in ${((Date.now() - since) / 1000).toFixed(1)} s\n`)
}

function sentenceFor(code, said) {
  if (code === 127) return "Rialto could not run npm, which comes with Node: please install Node from nodejs.org."
  if (/EROFS|read-only file system/i.test(said)) return `Rialto installs its packages into ${root}, but that disk is read-only.`
  if (/EACCES|EPERM/.test(said)) return `Rialto installs its packages into ${root}, but this user may not write there.`
  if (/ENOSPC/.test(said)) return `Rialto installs its packages into ${root}, but that disk is full.`
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ENOTCACHED|network/i.test(said)) {
    return "Rialto could not fetch its packages: the package registry was not reachable. Is this machine online?"
  }
  const lines = said.split("\n").filter((text) => /^npm error [^ ]/i.test(text) && !/^npm error code|complete log/i.test(text))
  return `Rialto could not install its packages: ${lines[0]?.replace(/^npm error\s*/i, "").trim() ?? `npm ended with code ${code}`}`
}

const tools = ["launch", "test", "database", "bundle", "some", "migration", "tool"]

/** The rest of the start is TypeScript; esbuild turns it into something Node can run in a fifth of a second. */
async function bundleTools() {
  const { build, stop } = await import("esbuild")
  try {
    await build({
      entryPoints: tools.map((name) => `infra/start/${name}.ts`).filter((path) => existsSync(path)),
      outdir: "build/start",
      bundle: true,
      platform: "node",
      format: "esm",
      target: "node20",
      packages: "external",
      splitting: true,
      logLevel: "silent",
    })
  } catch (error) {
    if (/read-only|permission denied/i.test(error.message)) {
      stopWith(
        `Rialto builds into ${join(root, "build")}, but ${/read-only/i.test(error.message) ? "that disk is read-only" : "this user may not write there"}.`,
      )
    }
    stopWith(`Rialto could not prepare its own tools: ${error.message}`)
  } finally {
    stop()
  }
}

/** Makes sure of Node and packages, then runs one of the tools in this process. */
export async function run(tool) {
  requireNode(20, 19)
  await install()
  await bundleTools()
  await import(pathToFileURL(join(root, "build", "start", `${tool}.js`)).href)
}
