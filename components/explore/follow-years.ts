import type { ExploreState } from "@/statistics/explore-state"
import { showsOneYear, withYears, yearsShown } from "@/statistics/explore-years"

type Turn = {
  /** What is shown. */
  state(): ExploreState
  /** Shows another state in the place of this one. */
  show(state: ExploreState): void
}

/** Makes the chips of years take ranges: shift and a click, or a drag, takes the years between; arrows go along, and with
 * shift they stretch the range. Returns how to let go. */
export function followYears(root: HTMLElement, { state, show }: Turn): () => void {
  const ended = new AbortController()
  const on = { signal: ended.signal, capture: true }
  let dragged: number | null = null
  let anchor: number | null = null
  const held = () => {
    const [from = 0, to = 0] = (root.querySelector<HTMLElement>("[data-years]")?.dataset.years ?? "")
      .split("..")
      .map(Number)
    return { from, to }
  }
  const take = (from: number, to: number) => show(withYears(state(), from, to, held()))
  const takesRange = () => !showsOneYear(state())
  root.addEventListener(
    "click",
    (event) => {
      const year = yearOf(event.target)
      if (year === null || event.ctrlKey || event.metaKey) return
      if (!event.shiftKey || !takesRange()) {
        anchor = year
        return
      }
      event.preventDefault()
      take(anchor ?? yearsShown(state(), held()).to, year)
    },
    on,
  )
  root.addEventListener(
    "pointerdown",
    (event) => {
      dragged = yearOf(event.target)
    },
    on,
  )
  root.addEventListener(
    "pointerup",
    (event) => {
      const [from, to] = [dragged, yearOf(document.elementFromPoint(event.clientX, event.clientY))]
      dragged = null
      if (from !== null && to !== null && from !== to && takesRange()) take(from, to)
    },
    on,
  )
  root.addEventListener(
    "keydown",
    (event) => {
      const year = yearOf(event.target)
      const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0
      if (year === null || step === 0) return
      event.preventDefault()
      const next = root.querySelector<HTMLElement>(`[data-year="${year + step}"]`)
      if (!next) return
      next.focus()
      if (event.shiftKey && takesRange()) take(anchor ?? year, year + step)
    },
    on,
  )
  return () => ended.abort()
}

function yearOf(target: EventTarget | null): number | null {
  const chip = target instanceof Element ? target.closest<HTMLElement>("[data-year]") : null
  return chip ? Number(chip.dataset.year) : null
}
