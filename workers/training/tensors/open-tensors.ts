import { createRequire } from "node:module"
import * as tf from "@tensorflow/tfjs-core"

export const backendNames = ["tensorflow", "wasm", "cpu"] as const
export type BackendName = (typeof backendNames)[number]

/**
 * Chooses what computes, the fastest that this machine has: the native library, WebAssembly, plain JavaScript. Each says the same
 * within the tolerance of 32-bit floats. `only` asks for one of them. @throws Error when none can be opened.
 */
export async function openTensors(only?: BackendName): Promise<BackendName> {
  for (const name of only ? [only] : backendNames) {
    if (await open(name)) return name
  }
  throw new Error(`there is no tensor backend${only ? ` named ${only}` : ""} on this machine`)
}

async function open(name: BackendName): Promise<boolean> {
  // The library advertises its native build on a console that is not its own.
  tf.env().set("IS_TEST", true)
  try {
    await load[name]()
    if (!(await tf.setBackend(name))) return false
    await tf.ready()
    return tf.getBackend() === name
  } catch {
    return false
  }
}

const load: { readonly [B in BackendName]: () => Promise<unknown> } = {
  // By `require`, so that bundlers and type checks do not insist on a package that is optional.
  tensorflow: async () => createRequire(import.meta.url)("@tensorflow/tfjs-node"),
  wasm: () => import("@tensorflow/tfjs-backend-wasm"),
  cpu: () => import("@tensorflow/tfjs-backend-cpu"),
}

/** How many tensors nobody has given back. */
export function tensorsLeft(): number {
  return tf.memory().numTensors
}
