// Preloaded into the server: when the start is killed without a word, the server and the embedded database follow it.
let isOrphan = false
process.on("disconnect", () => {
  isOrphan = true
  process.kill(process.pid, "SIGTERM")
  setTimeout(() => process.exit(1), 15_000).unref()
})
process.on("exit", () => {
  const database = Number(process.env.RIALTO_EMBEDDED_POSTGRES_PID)
  if (!isOrphan || !(database > 1)) return
  try {
    process.kill(database, "SIGINT")
  } catch {
    // Gone already.
  }
})
process.channel?.unref()
