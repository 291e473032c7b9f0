import { createRounds } from "#server/platform/rounds/in-process-rounds.ts"
import type { Ports } from "#server/ports/ports.ts"
import { memoryCarts } from "./doubles/memory-carts.ts"
import { memoryFiles } from "./doubles/memory-files.ts"
import { countingLimits } from "./doubles/counting-limits.ts"
import { fakePayments } from "./doubles/fake-payments.ts"
import { plainPasswords } from "./doubles/plain-passwords.ts"
import { memorySearch } from "./doubles/memory-search.ts"
import { outbox } from "./doubles/sent-mail.ts"
import { wholePictures } from "./doubles/whole-pictures.ts"

/** Every port as a double that lives in this process, with a view of what went through it. */
export function createPorts() {
  const links = {
    shop: ({ host }: { readonly host: string }, path: string) => `http://${host}${path}`,
    console: (path: string) => `http://console.test${path}`,
    market: (path: string) => `http://test${path}`,
    admin: (path: string) => `http://admin.test${path}`,
  }
  return {
    carts: memoryCarts(),
    files: memoryFiles(),
    pictures: wholePictures,
    mail: outbox(),
    passwords: plainPasswords,
    payments: fakePayments(),
    search: memorySearch(),
    limits: countingLimits(),
    links,
    rounds: createRounds(),
  } satisfies Ports
}

export type TestPorts = ReturnType<typeof createPorts>
