import { type Browser, chromium } from "playwright"

/** Undefined: there is no browser on this machine, and the run has said so. */
export const chromiumPath = process.env["RIALTO_TEST_CHROMIUM"]

const flags = [
  "--no-sandbox",
  "--disable-quic",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
]

export function launchChromium(path = chromiumPath): Promise<Browser> {
  return chromium.launch({ ...(path ? { executablePath: path } : {}), args: flags })
}
