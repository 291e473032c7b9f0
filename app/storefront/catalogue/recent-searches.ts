const place = "rialto.searches"
const most = 6

/** What was searched for in this shop, newest first. It is in this browser alone. */
export function recentSearches(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place) ?? "[]")
    return Array.isArray(kept) ? kept.filter((words) => typeof words === "string").slice(0, most) : []
  } catch {
    return []
  }
}

export function keepSearch(words: string): void {
  const others = recentSearches().filter((known) => known.toLowerCase() !== words.toLowerCase())
  write([words, ...others].slice(0, most))
}

export function forgetSearches(): void {
  write([])
}

function write(searches: readonly string[]): void {
  try {
    localStorage.setItem(place, JSON.stringify(searches))
  } catch {
    // A browser that keeps nothing has no recent searches.
  }
}
