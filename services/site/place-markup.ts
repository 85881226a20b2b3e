/** What pages have left by their tickets (`components/charts/hand-over.ts`), in the process that both are in. */
const shared = globalThis as { faduMarkup?: Map<string, string> }
const place = /<!--(handed-over:[\w:-]+)-->/

/** The bytes of a page with what was handed over in its places, each of which is for this page alone; nothing where it was
 * forgotten, which the page sees. What stands in it is not looked through for places. */
export function placeMarkup(page: string): Buffer {
  const take = (ticket: string) => {
    const html = shared.faduMarkup?.get(ticket) ?? ""
    shared.faduMarkup?.delete(ticket)
    return html
  }
  return Buffer.concat(page.split(place).map((part, at) => Buffer.from(at % 2 === 0 ? part : take(part))))
}
