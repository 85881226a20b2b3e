"use client"

import { memo, useLayoutEffect, useRef, useState } from "react"
import type { BarState } from "@/components/charts/bar"
import type { LineState } from "@/components/charts/line"
import { cellsOf } from "@/components/charts/next-mark"
import { RechartsBar } from "@/components/charts/recharts-bar"
import { RechartsLine } from "@/components/charts/recharts-line"

/** Lines or bars by recharts in the place of the server's drawing, at the same pixels: the drawing goes, and the mark that had
 * the focus has it still. `surface` is what both are drawn in. A tooltip beside it must not draw it anew: recharts would make
 * other marks, and the focus would be lost. */
export const LiveChart = memo(function LiveChart({
  state,
  surface,
}: {
  state: LineState | BarState
  surface: Element
}) {
  const own = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(surface.getBoundingClientRect().width)
  useLayoutEffect(() => {
    const box = own.current
    if (!box) return
    const watch = new MutationObserver(() => takePlace(surface, box) && watch.disconnect())
    if (!takePlace(surface, box)) watch.observe(box, { childList: true, subtree: true })
    // While something around it is hidden, its width is 0: no size to draw at.
    const observer = new ResizeObserver(
      ([entry]) => entry?.contentRect.width && setWidth(entry.contentRect.width),
    )
    observer.observe(surface)
    return () => {
      watch.disconnect()
      observer.disconnect()
    }
  }, [surface])
  const entryKey = cellsOf(state).find(({ href }) => href)?.key ?? null
  return (
    <div ref={own} className={waiting}>
      {state.view === "line" ? (
        <RechartsLine {...{ state, width, entryKey }} />
      ) : (
        <RechartsBar {...{ state, width, entryKey }} />
      )}
    </div>
  )
})

/** Lies over the server's drawing, unseen, until its marks are there: recharts draws them a moment after it is put in. */
const waiting = "invisible absolute inset-x-0 top-0"

/** Puts the drawing of recharts in the place of the server's, the focus with it. False while its marks are not there yet. */
function takePlace(surface: Element, own: HTMLElement): boolean {
  const still = [...surface.children].find((child) => child instanceof SVGElement)
  const focused = still?.contains(document.activeElement) ? document.activeElement : null
  const key = focused?.getAttribute("data-mark")
  const mark = own.querySelector<SVGAElement>(key ? `[data-mark="${key}"]` : "[data-mark]")
  if (!mark) return false
  still?.remove()
  own.className = ""
  if (key) mark.focus()
  return true
}
