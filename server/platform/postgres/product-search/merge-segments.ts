import { layOut, numbering, type Segment } from "./segment.ts"

/** One segment of what is alive in several. */
export function mergeSegments(segments: readonly Segment[]): Segment {
  const postings = new Map<string, { documents: number[]; impacts: number[] }>()
  const kept: { readonly segment: Segment; readonly at: number }[] = []
  for (const segment of segments) {
    const places = Int32Array.from(segment.dead, (dead, at) => (dead ? -1 : kept.push({ segment, at }) - 1))
    segment.terms.forEach((term, number) => {
      const end = segment.starts[number + 1] ?? 0
      for (let at = segment.starts[number] ?? 0; at < end; at++) {
        const place = places[segment.documents[at] ?? 0] ?? -1
        if (place < 0) continue
        const posting = postings.get(term) ?? { documents: [], impacts: [] }
        if (posting.documents.length === 0) postings.set(term, posting)
        posting.documents.push(place)
        posting.impacts.push(segment.impacts[at] ?? 0)
      }
    })
  }
  return {
    productIds: kept.map(({ segment, at }) => segment.productIds[at] ?? ""),
    titles: kept.map(({ segment, at }) => segment.titles[at] ?? ""),
    ...layOut(postings),
    columns: mergedColumns(kept),
    dead: new Uint8Array(kept.length),
  }
}

function mergedColumns(kept: readonly { readonly segment: Segment; readonly at: number }[]): Segment["columns"] {
  const [categories, vendors, optionNumbers] = [numbering(), numbering(), numbering()]
  const optionStarts = new Uint32Array(kept.length + 1)
  const options: number[] = []
  const renumbered = (names: readonly string[], number: number, numbers: ReturnType<typeof numbering>) =>
    number < 0 ? -1 : numbers.numberOf(names[number] ?? "")
  const category = new Int32Array(kept.length)
  const vendor = new Int32Array(kept.length)
  kept.forEach(({ segment: { columns }, at }, place) => {
    category[place] = renumbered(columns.categoryNames, columns.category[at] ?? -1, categories)
    vendor[place] = renumbered(columns.vendorNames, columns.vendor[at] ?? -1, vendors)
    for (let option = columns.optionStarts[at] ?? 0; option < (columns.optionStarts[at + 1] ?? 0); option++)
      options.push(renumbered(columns.optionNames, columns.options[option] ?? 0, optionNumbers))
    optionStarts[place + 1] = options.length
  })
  return {
    ...{ category, vendor, optionStarts, options: Uint32Array.from(options) },
    price: Float64Array.from(kept, ({ segment, at }) => segment.columns.price[at] ?? 0),
    available: Uint8Array.from(kept, ({ segment, at }) => segment.columns.available[at] ?? 0),
    sold: Uint32Array.from(kept, ({ segment, at }) => segment.columns.sold[at] ?? 0),
    rating: Float32Array.from(kept, ({ segment, at }) => segment.columns.rating[at] ?? 0),
    publishedAt: Float64Array.from(kept, ({ segment, at }) => segment.columns.publishedAt[at] ?? 0),
    categoryNames: categories.names,
    vendorNames: vendors.names,
    optionNames: optionNumbers.names,
  }
}
