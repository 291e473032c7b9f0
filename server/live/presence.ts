export interface Presence {
  /** Answers how to leave. The same visitor in two windows counts once. */
  enter(place: string, visitorId: string): () => void
  count(place: string): number
}

/** Who is where, on this node, as far as open sockets tell. Names stay here; only counts go out. */
export function createPresence(onChange: (place: string) => void): Presence {
  const places = new Map<string, Map<string, number>>()
  return {
    enter(place, visitorId) {
      const visitors = places.get(place) ?? new Map<string, number>()
      places.set(place, visitors)
      const held = visitors.get(visitorId) ?? 0
      visitors.set(visitorId, held + 1)
      if (held === 0) onChange(place)
      let isHere = true
      return () => {
        if (!isHere) return
        isHere = false
        const left = (visitors.get(visitorId) ?? 1) - 1
        if (left > 0) return void visitors.set(visitorId, left)
        visitors.delete(visitorId)
        if (visitors.size === 0) places.delete(place)
        onChange(place)
      }
    },
    count: (place) => places.get(place)?.size ?? 0,
  }
}
