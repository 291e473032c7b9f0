import type { StateMessage } from "#server/messages/live.ts"

type Topic = StateMessage["topic"]
export type StateOf<T extends Topic> = Extract<StateMessage, { topic: T }>

/** The newest state of everything that was told of. What is not newer than what is held changes nothing. */
export interface StateBoard {
  put(message: StateMessage): void
  read<T extends Topic>(topic: T, id: string): StateOf<T> | undefined
  /** Answers how to stop. Called whenever anything changed. */
  watch(listener: () => void): () => void
}

export function createStateBoard(): StateBoard {
  const held = new Map<string, StateMessage>()
  const listeners = new Set<() => void>()
  return {
    put(message) {
      const key = `${message.topic} ${message.id}`
      const before = held.get(key)
      if (before && before.revision >= message.revision) return
      held.set(key, message)
      for (const listener of listeners) listener()
    },
    read(topic, id) {
      const message = held.get(`${topic} ${id}`)
      return message && isOf(message, topic) ? message : undefined
    },
    watch(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

function isOf<T extends Topic>(message: StateMessage, topic: T): message is StateOf<T> {
  return message.topic === topic
}
