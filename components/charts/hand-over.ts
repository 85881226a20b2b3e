declare const escaped: unique symbol
/** Markup that React wrote from elements, every word of it escaped: `drawMarkup` alone makes it, and only it is put into a page
 * as it is. */
export type DrawnMarkup = string & { readonly [escaped]: true }

/** A page's markup on its way from where it is drawn to where the page's first HTML is written, both in the server's process.
 * React would send it to the browser twice: in that HTML, and as what the component was told. What is handed over travels once,
 * and the component is told a ticket for it. */
const shared = globalThis as { faduMarkup?: Map<DrawnMarkup, DrawnMarkup> }
shared.faduMarkup ??= new Map()
const waiting = shared.faduMarkup

/** How a page is written as HTML: `whole` by the site's own server, which puts in what was handed over
 * (`services/site/place-markup.ts`), so that neither React nor Next carries it; in `pieces` as React has them; null where it is
 * not, as a script of React's own asks for what the page is made of. */
export type Writing = "whole" | "pieces" | null

const mark = "handed-over:"
const wholeMark = `${mark}whole:`
/** For a page that nobody waits for any more: its HTML is never written. */
const longestWaitMs = 10_000
/** For as long after it was taken, it may be asked for again: what is around it may be written in a second try. */
const graceMs = 2_000

const forget = (ticket: DrawnMarkup, ms: number) => setTimeout(() => waiting.delete(ticket), ms).unref()

/** Leaves markup for the writing of this request's HTML. Returns the ticket; what is not written, and nothing, is itself. */
export function handOver(html: DrawnMarkup, writing: Writing): DrawnMarkup {
  if (html === "" || writing === null) return html
  const ticket = `${writing === "whole" ? wholeMark : mark}${crypto.randomUUID()}` as DrawnMarkup
  waiting.set(ticket, html)
  forget(ticket, longestWaitMs)
  return ticket
}

/** The markup of a ticket, or the place for it in a page that is written whole; or the markup itself. In the browser a ticket's
 * markup stands in the page already, and React leaves it as it is. */
export function takeMarkup(html: DrawnMarkup): string {
  if (!html.startsWith(mark)) return html
  if (typeof window !== "undefined") return ""
  if (html.startsWith(wholeMark)) return `<!--${html}-->`
  forget(html, graceMs)
  return waiting.get(html) ?? ""
}

const dataMark = "data-told"

/** Markup with data behind it that a script of the page may come to need. React would take it apart and together on the way. */
export function withData(html: DrawnMarkup, data: unknown): DrawnMarkup {
  const text = JSON.stringify(data).replaceAll("<", "\\u003c")
  return `${html}<script type="application/json" ${dataMark}>${text}</script>` as DrawnMarkup
}

/** The data that stands behind the markup within an element; null where there is none. */
export function dataIn(element: Element): unknown {
  return JSON.parse(element.querySelector(`script[${dataMark}]`)?.textContent || "null")
}
