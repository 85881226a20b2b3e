"use client"

import { type KeyboardEvent, type ReactNode, useRef, useState } from "react"
import {
  ChartTooltip,
  placeWithin,
  type TooltipPlace,
  type TooltipWords,
} from "@/components/charts/chart-tooltip"
import { type Direction, nearestMark } from "@/components/charts/nearest-mark"
import type { TipCell } from "@/components/charts/tip-cell"

type Active = { key: string; place: TooltipPlace }

const directions: Readonly<Record<string, Direction>> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
}

/** Makes a static drawing answer as the recharts ones do, without them: a tooltip on hover and focus, and arrow keys to the
 * mark that lies next in their direction. Marks are found by `data-mark`. */
export function MarkSurface({
  cells,
  words,
  children,
}: {
  cells: readonly TipCell[]
  words: TooltipWords
  children: ReactNode
}) {
  const box = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState<Active | null>(null)
  const point = (target: EventTarget) => {
    const mark = target instanceof Element ? target.closest("[data-mark]") : null
    const key = mark?.getAttribute("data-mark")
    if (!box.current || !mark || !key) return setActive(null)
    setActive({ key, place: placeWithin(box.current, mark) })
  }
  const move = (event: KeyboardEvent) => {
    if (event.key === "Escape") setActive(null)
    const direction = directions[event.key]
    const from = event.target instanceof Element ? event.target.closest("[data-mark]") : null
    if (!direction || !from || !box.current) return
    event.preventDefault()
    const marks = [...box.current.querySelectorAll<SVGAElement>("a[data-mark]")]
    const boxes = marks.map((mark) => mark.getBoundingClientRect())
    const next = nearestMark(boxes, marks.indexOf(from as SVGAElement), direction)
    if (next !== null) marks[next]?.focus()
  }
  const cell = cells.find(({ key }) => key === active?.key)
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
      {children}
      {cell && active && <ChartTooltip cell={cell} place={active.place} words={words} />}
    </div>
  )
}
