/** What pages have left by their tickets (`components/charts/hand-over.ts`), in the process that both are in. */
const shared = globalThis as { faduMarkup?: ReadonlyMap<string, string> }
const place = /<!--(handed-over:[\w:-]+)-->/

/** The bytes of a page with what was handed over in its places; nothing where it was forgotten, which the page sees. What stands
 * in it is not looked through for places. */
export function placeMarkup(page: string): Buffer {
  const parts = page.split(place)
  return Buffer.concat(
    parts.map((part, at) => Buffer.from(at % 2 === 0 ? part : (shared.faduMarkup?.get(part) ?? ""))),
  )
}
