"use client"

import { useLayoutEffect, useRef, useState } from "react"
import type { BarState } from "@/components/charts/bar"
import type { LineState } from "@/components/charts/line"
import { cellsOf } from "@/components/charts/next-mark"
import { RechartsBar } from "@/components/charts/recharts-bar"
import { RechartsLine } from "@/components/charts/recharts-line"

/** Lines or bars by recharts in the place of the server's drawing, at the same pixels: the drawing goes, and the mark that had
 * the focus has it still. `surface` is what both are drawn in. */
export function LiveChart({ state, surface }: { state: LineState | BarState; surface: Element }) {
  const own = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(surface.getBoundingClientRect().width)
  useLayoutEffect(() => {
    const still = [...surface.children].find((child) => child instanceof SVGElement)
    const focused = still?.contains(document.activeElement) ? document.activeElement : null
    const key = focused?.getAttribute("data-mark")
    still?.remove()
    if (key) own.current?.querySelector<SVGAElement>(`[data-mark="${key}"]`)?.focus()
    // While something around it is hidden, its width is 0: no size to draw at.
    const observer = new ResizeObserver(
      ([entry]) => entry?.contentRect.width && setWidth(entry.contentRect.width),
    )
    observer.observe(surface)
    return () => observer.disconnect()
  }, [surface])
  const entryKey = cellsOf(state).find(({ href }) => href)?.key ?? null
  return (
    <div ref={own}>
      {state.view === "line" ? (
        <RechartsLine {...{ state, width, entryKey }} />
      ) : (
        <RechartsBar {...{ state, width, entryKey }} />
      )}
    </div>
  )
}
