import { fullPurse, isRude, type Purse, spend } from "./allowance.ts"

/** What one connection may say, of whatever kind: packets that mean nothing are counted, too. */
export const packetAllowance = { burst: 60, perSecond: 6 } as const

/** What is watched of a connection of the engine. */
interface Connection {
  on(event: "packet", listener: (this: Connection, packet: { readonly type: string; readonly data?: unknown }) => void): unknown
  close(discard?: boolean): void
}

const purses = new WeakMap<object, Purse>()

/** Hangs up on whoever talks without end, and on binary messages, of which a page of ours has none. */
export function watchPackets(connection: Connection): void {
  purses.set(connection, fullPurse(packetAllowance, Date.now()))
  connection.on("packet", onPacket)
}

/** False: it has said more than it may, and is not to be answered for now. */
export function isModest(connection: object): boolean {
  const purse = purses.get(connection)
  return purse === undefined || purse.left >= 0
}

function onPacket(this: Connection, packet: { readonly type: string; readonly data?: unknown }): void {
  const purse = purses.get(this)
  if (!purse) return
  spend(purse, packetAllowance, Date.now())
  if (isRude(purse, packetAllowance) || isBinary(packet)) this.close(true)
}

const binaryKinds = ["5", "6"]

function isBinary({ type, data }: { readonly type: string; readonly data?: unknown }): boolean {
  if (type !== "message") return false
  return typeof data !== "string" || binaryKinds.includes(data.charAt(0))
}
