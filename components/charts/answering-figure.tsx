"use client"

import {
  type FocusEvent,
  type KeyboardEvent,
  lazy,
  type PointerEvent,
  Suspense,
  useRef,
  useState,
} from "react"
import { createPortal } from "react-dom"
import type { BarState } from "@/components/charts/bar"
import {
  ChartTooltip,
  placeWithin,
  type TooltipPlace,
  type TooltipWords,
} from "@/components/charts/chart-tooltip"
import { type DrawnMarkup, dataIn } from "@/components/charts/hand-over"
import type { LineState } from "@/components/charts/line"
import { Markup } from "@/components/charts/markup"
import { type Direction, nearestMark } from "@/components/charts/nearest-mark"
import { arrowKeys, cellsOf, nextMark } from "@/components/charts/next-mark"
import { type TipCell, tipOf } from "@/components/charts/tip-cell"

const LiveChart = lazy(async () => ({ default: (await import("@/components/charts/live-chart")).LiveChart }))

/** What the marks of a figure say. Lines and bars bring their state instead, from which recharts draws them anew; `tips` is
 * empty then. */
export type ToldFigure = {
  words: TooltipWords
  tips: readonly TipCell[]
  chart: LineState | BarState | null
}

type Active = { key: string; place: TooltipPlace; surface: Element; told: ToldFigure }
type Live = { surface: Element; chart: LineState | BarState }

const directions: Readonly<Record<string, Direction>> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
}

/** Makes a figure answer that the server drew with its drawing in a `[data-surface]`, and what it says behind it, which nobody
 * needs before they turn to it: a tooltip on hover and focus, arrow keys from mark to mark, and recharts in place of the
 * drawing of lines and bars once somebody turns to it. Marks are found by `data-mark`. */
export function AnsweringFigure({ html }: { html: DrawnMarkup }) {
  const box = useRef<HTMLDivElement>(null)
  const [last, setLast] = useState(html)
  const [read, setRead] = useState<ToldFigure | null>(null)
  const [active, setActive] = useState<Active | null>(null)
  const [live, setLive] = useState<Live | null>(null)
  if (last !== html) {
    setLast(html)
    setRead(null)
    setActive(null)
    setLive(null)
  }
  const tell = () => {
    const told = read ?? (box.current && (dataIn(box.current) as ToldFigure | null))
    if (told !== read) setRead(told)
    return told
  }

  const point = (event: PointerEvent | FocusEvent) => {
    const [mark, surface] = markAt(event.target)
    const told = surface && tell()
    const key = mark?.getAttribute("data-mark")
    setActive(mark && key && told ? { key, surface, told, place: placeWithin(surface, mark) } : null)
    // Enlarged drawings of 长者模式 stay the server's: recharts measures them in other pixels.
    const isPlain = !("elder" in document.documentElement.dataset)
    if (surface?.querySelector("[data-mark]") && told?.chart && isPlain)
      setLive({ surface, chart: told.chart })
  }
  const move = (event: KeyboardEvent) => {
    if (event.key === "Escape") setActive(null)
    const [from, surface] = markAt(event.target)
    if (!from || !surface || !directions[event.key]) return
    event.preventDefault()
    nextOf(tell()?.chart ?? null, from, surface, event.key)?.focus()
  }
  const cell = active && findTip(active.told, active.key)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only listens to the links within
    <div
      ref={box}
      onPointerOver={point}
      onPointerLeave={() => setActive(null)}
      onFocus={point}
      onBlur={() => setActive(null)}
      onKeyDown={move}
    >
      <Markup html={html} />
      {live
        ? createPortal(
            <Suspense fallback={null}>
              <LiveChart state={live.chart} surface={live.surface} />
            </Suspense>,
            live.surface,
          )
        : null}
      {cell
        ? createPortal(
            <ChartTooltip cell={cell} place={active.place} words={active.told.words} />,
            active.surface,
          )
        : null}
    </div>
  )
}

/** The mark that an event is at, and the drawing it is in. */
function markAt(target: EventTarget): [SVGAElement | null, Element | null] {
  if (!(target instanceof Element)) return [null, null]
  return [target.closest<SVGAElement>("[data-mark]"), target.closest("[data-surface]")]
}

function findTip({ tips, chart }: ToldFigure, key: string): TipCell | null {
  if (!chart) return tips.find((tip) => tip.key === key) ?? null
  const cell = cellsOf(chart).find((one) => one.key === key)
  return cell ? tipOf(cell) : null
}

/** Where an arrow leads: in lines and bars along the town's years and the year's values, elsewhere to the mark that lies next
 * in that direction. */
function nextOf(chart: ToldFigure["chart"], from: SVGAElement, surface: Element, pressed: string) {
  if (chart) {
    const arrow = arrowKeys.find((key) => key === pressed)
    const to = arrow && nextMark(chart, from.getAttribute("data-mark") ?? "", arrow)
    return to ? surface.querySelector<SVGAElement>(`[data-mark="${to}"]`) : null
  }
  const marks = [...surface.querySelectorAll<SVGAElement>("a[data-mark]")]
  const boxes = marks.map((mark) => mark.getBoundingClientRect())
  const next = nearestMark(boxes, marks.indexOf(from), directions[pressed] ?? "right")
  return next === null ? null : (marks[next] ?? null)
}
