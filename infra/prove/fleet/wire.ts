import { Agent } from "node:http"
import { connect } from "node:net"

/**
 * Options for Socket.IO's client by which, whatever name is called, the line goes to this port of this machine: no name needs to be
 * known to it. `object`, since its types do not know that Node takes an agent.
 */
export function wiredTo(port: number): object {
  const agent = new Agent({ keepAlive: false })
  Reflect.set(agent, "createConnection", () => connect({ port, host: "127.0.0.1", noDelay: true }))
  return { agent }
}
