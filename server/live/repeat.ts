/** Runs again and again, never twice at once. Answers how to stop. */
export function repeat(everyMs: number, run: () => Promise<void>, onFault: (error: unknown) => void): () => void {
  let isStopped = false
  let timer = setTimeout(tick, everyMs)
  function tick() {
    run()
      .catch(onFault)
      .finally(() => {
        if (!isStopped) timer = setTimeout(tick, everyMs)
      })
  }
  return () => {
    isStopped = true
    clearTimeout(timer)
  }
}
