/** Waits until something is so; after a while it is a failure. For what other processes do in their own time. */
export async function eventually(isSo: () => boolean | Promise<boolean>, patienceMs = 15_000): Promise<void> {
  const until = Date.now() + patienceMs
  while (!(await isSo())) {
    if (Date.now() > until) throw new Error("it did not come about")
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
