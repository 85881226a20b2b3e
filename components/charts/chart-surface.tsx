"use client"

import {
  type KeyboardEvent,
  lazy,
  type ReactNode,
  Suspense,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react"
import type { BarState } from "@/components/charts/bar"
import { ChartTooltip, placeWithin, type TooltipPlace } from "@/components/charts/chart-tooltip"
import type { LineState } from "@/components/charts/line"
import { arrowKeys, cellsOf, nextMark } from "@/components/charts/next-mark"
import { tipOf } from "@/components/charts/tip-cell"

const RechartsLine = lazy(async () => ({
  default: (await import("@/components/charts/recharts-line")).RechartsLine,
}))
const RechartsBar = lazy(async () => ({
  default: (await import("@/components/charts/recharts-bar")).RechartsBar,
}))

type Active = { key: string; place: TooltipPlace }

/** Makes a chart answer: shows the static drawing it is given until the interactive one of the same state and size is there,
 * and gives both tooltips, and arrow keys from mark to mark. */
export function ChartSurface({ state, children }: { state: LineState | BarState; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState<number | null>(null)
  const [active, setActive] = useState<Active | null>(null)
  useEffect(() => {
    // Enlarged drawings of 长者模式 stay the server's: recharts measures them in other pixels.
    if (!box.current || "elder" in document.documentElement.dataset) return
    // While something around it is hidden, its width is 0: no size to draw at.
    const observer = new ResizeObserver(
      ([entry]) => entry?.contentRect.width && setWidth(entry.contentRect.width),
    )
    observer.observe(box.current)
    return () => observer.disconnect()
  }, [])

  const point = (target: EventTarget) => setActive(box.current ? placeOf(box.current, target) : null)
  const move = (event: KeyboardEvent) => {
    if (event.key === "Escape") setActive(null)
    const arrow = arrowKeys.find((key) => key === event.key)
    const from = event.target instanceof Element ? keyOf(event.target) : null
    if (!arrow || !from) return
    event.preventDefault()
    const to = nextMark(state, from, arrow)
    const mark = to && box.current?.querySelector<SVGAElement>(`[data-mark="${to}"]`)
    if (mark) mark.focus()
  }
  const cells = cellsOf(state)
  const cell = cells.find(({ key }) => key === active?.key)
  const chart = useMemo(() => {
    const entryKey = cellsOf(state).find(({ href }) => href)?.key ?? null
    if (width === null) return children
    if (state.view === "line") return <RechartsLine {...{ state, width, entryKey }} />
    return <RechartsBar {...{ state, width, entryKey }} />
  }, [state, width, children])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only listens to the links within
    <div
      ref={box}
      className="relative"
      onPointerOver={(event) => point(event.target)}
      onPointerLeave={() => setActive(null)}
      onFocus={(event) => point(event.target)}
      onBlur={() => setActive(null)}
      onKeyDown={move}
    >
      <Suspense fallback={children}>{chart}</Suspense>
      {cell && active && <ChartTooltip cell={tipOf(cell)} place={active.place} words={state.words} />}
    </div>
  )
}

function keyOf(target: Element): string | null {
  return target.closest("[data-mark]")?.getAttribute("data-mark") ?? null
}

function placeOf(box: HTMLElement, target: EventTarget): Active | null {
  const mark = target instanceof Element ? target.closest("[data-mark]") : null
  const key = mark?.getAttribute("data-mark")
  if (!mark || !key) return null
  return { key, place: placeWithin(box, mark) }
}
