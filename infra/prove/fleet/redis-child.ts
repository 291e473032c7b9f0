import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { Redis } from "ioredis"
import { freePort } from "#infra/start/embedded/free-port.ts"
import { findProgram } from "#infra/start/programs.ts"

/** A Redis in memory, to be killed, emptied and started again on its port. */
export interface RedisChild {
  readonly url: string
  /** Without a word, and all it held is gone; back after a while. */
  restart(awayMs: number): Promise<void>
  flush(): Promise<void>
  /** Cuts every connection that listens. */
  cutListeners(): Promise<void>
  end(): Promise<void>
}

/** Undefined: there is no redis-server on this machine. */
export async function startRedisChild(folder: string): Promise<RedisChild | undefined> {
  const program = findProgram("redis-server")
  if (program === undefined) return undefined
  const port = await freePort()
  const flags = ["--bind", "127.0.0.1", "--port", String(port), "--save", "", "--appendonly", "no", "--dir", folder]
  const start = async () => {
    const child = spawn(program, [...flags, "--maxmemory-policy", "noeviction"], { stdio: "ignore" })
    await asked(port, (redis) => redis.ping())
    return child
  }
  let child = await start()
  return {
    url: `redis://127.0.0.1:${port}`,
    async restart(awayMs) {
      await kill(child)
      await new Promise((resolve) => setTimeout(resolve, awayMs))
      child = await start()
    },
    flush: () => asked(port, (redis) => redis.flushall()),
    cutListeners: () => asked(port, (redis) => redis.call("client", "kill", "type", "pubsub")),
    end: () => kill(child),
  }
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, "exit")
  child.kill("SIGKILL")
  await gone
}

async function asked(port: number, ask: (redis: Redis) => Promise<unknown>): Promise<void> {
  const redis = new Redis({ port, host: "127.0.0.1", maxRetriesPerRequest: 200, retryStrategy: () => 50 })
  redis.on("error", () => undefined)
  try {
    await ask(redis)
  } finally {
    redis.disconnect()
  }
}
