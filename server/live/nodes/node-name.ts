import { randomBytes } from "node:crypto"

/** A node's name for as long as its process lives: another life is another node. */
export function newNodeName(): string {
  return randomBytes(6).toString("hex")
}

/** The id of a connection's session, which tells on which node it lives, and cannot be guessed. */
export function newSessionId(node: string): string {
  return `${node}.${randomBytes(18).toString("base64url")}`
}

export function nodeOf(sessionId: string): string | undefined {
  return /^([0-9a-f]{12})\.[\w-]{24}$/.exec(sessionId)?.[1]
}
