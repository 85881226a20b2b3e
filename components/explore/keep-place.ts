import { isFind, narrow } from "@/components/explore/follow-find"

/** Where somebody is in a part of the page that is about to be drawn anew: what has the focus, which details are open, what
 * is typed into the boxes that narrow, how far sheets are scrolled aside. */
export type Place = {
  focus: string | null
  open: readonly string[]
  typed: readonly [string, string][]
  scrolled: readonly number[]
}

const controls = "a, button, input:not([type=hidden]), select, summary"
const boxes = (root: HTMLElement) => [...root.querySelectorAll("input")].filter(isFind)
const sheets = (root: HTMLElement) => root.querySelectorAll(".overflow-x-auto")

/** What a control is known by before and after: its name and value, or its words. */
function nameOf(control: Element): string {
  const year = control.getAttribute("data-year")
  if (year) return year
  const name = control.getAttribute("name")
  const words = control.getAttribute("aria-label") ?? control.textContent
  const isTick = control instanceof HTMLInputElement && control.type === "checkbox"
  return `${control.tagName} ${name ? `${name} ${isTick ? control.value : ""}` : words}`
}

export function notePlace(root: HTMLElement): Place {
  const focused = document.activeElement
  return {
    focus: focused && root.contains(focused) ? nameOf(focused) : null,
    open: [...root.querySelectorAll("details[open] > summary")].map(nameOf),
    typed: boxes(root).map((box) => [nameOf(box) + box.dataset.around, box.value]),
    scrolled: [...sheets(root)].map((sheet) => sheet.scrollLeft),
  }
}

export function restorePlace(root: HTMLElement, place: Place): void {
  for (const summary of root.querySelectorAll("details > summary"))
    if (place.open.includes(nameOf(summary))) summary.parentElement?.setAttribute("open", "")
  const typed = new Map(place.typed)
  for (const box of boxes(root)) {
    const text = typed.get(nameOf(box) + box.dataset.around) ?? ""
    if (text === "" || text === box.value) continue
    box.value = text
    narrow(box)
  }
  // Not where nothing was scrolled: to set it, the browser would lay out the page at once.
  for (const [index, sheet] of [...sheets(root)].entries()) {
    const left = place.scrolled[index] ?? 0
    if (left !== 0) sheet.scrollLeft = left
  }
  if (place.focus === null || root.contains(document.activeElement)) return
  const same = [...root.querySelectorAll<HTMLElement>(controls)].find((one) => nameOf(one) === place.focus)
  same?.focus({ preventScroll: true })
}
