"use client"

import Link from "next/link"
import { useRouter } from "next/navigation"
import { type KeyboardEvent, type MouseEvent, type PointerEvent, useRef } from "react"
import { type ExploreState, exploreHref } from "@/statistics/explore-state"
import { showsOneYear, withYears, yearsShown } from "@/statistics/explore-years"
import type { YearRange } from "@/statistics/year-range"

export type YearChip = { year: number; isEmpty: boolean; label: string }
type Props = {
  state: ExploreState
  held: YearRange
  chips: readonly YearChip[]
  words: { years: string; help: string; all: string }
}

/** The years as chips, each a link to that year alone. With a script, shift and a click, or a drag, take the range between;
 * arrows go along, and with shift they stretch it. A year without figures is struck out. */
export function YearChips({ state, held, chips, words }: Props) {
  const router = useRouter()
  const row = useRef<HTMLElement>(null)
  const start = useRef<number | null>(null)
  const shown = yearsShown(state, held)
  const isSingle = showsOneYear(state)
  const anchor = useRef<number>(shown.to)
  const show = (from: number, to: number) =>
    router.replace(exploreHref(withYears(state, from, to, held)), { scroll: false })
  const yearAt = (event: PointerEvent) => {
    const chip = document.elementFromPoint(event.clientX, event.clientY)?.closest("[data-year]")
    const year = Number(chip?.getAttribute("data-year"))
    return year > 0 ? year : null
  }
  const click = (event: MouseEvent, year: number) => {
    if (event.ctrlKey || event.metaKey) return
    if (event.shiftKey && !isSingle) {
      event.preventDefault()
      show(anchor.current, year)
    } else anchor.current = year
  }
  const release = (event: PointerEvent) => {
    const [from, to] = [start.current, yearAt(event)]
    start.current = null
    if (from !== null && to !== null && from !== to && !isSingle) show(from, to)
  }
  const move = (event: KeyboardEvent, year: number) => {
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    const next = row.current?.querySelector<HTMLElement>(`[data-year="${year + step}"]`)
    if (!next) return
    next.focus()
    if (event.shiftKey && !isSingle) show(anchor.current, year + step)
  }
  const isAll = shown.from === held.from && shown.to === held.to
  return (
    <nav
      ref={row}
      aria-label={words.years}
      title={words.help}
      className="no-print flex touch-pan-y flex-wrap gap-1 select-none"
      onPointerUp={release}
    >
      {chips.map(({ year, isEmpty, label }) => {
        const isIn = year >= shown.from && year <= shown.to
        return (
          <Link
            key={year}
            data-year={year}
            href={exploreHref(withYears(state, year, year, held))}
            scroll={false}
            replace
            prefetch={false}
            draggable={false}
            aria-current={isIn ? "true" : undefined}
            aria-label={label}
            className={`button ${isIn ? "button-chosen" : ""} ${isEmpty ? "line-through opacity-60" : ""}`}
            onClick={(event) => click(event, year)}
            onPointerDown={() => {
              start.current = year
            }}
            onKeyDown={(event) => move(event, year)}
          >
            {year}
          </Link>
        )
      })}
      {isSingle ? null : (
        <Link
          href={exploreHref({ ...state, from: "earliest", to: "latest" })}
          scroll={false}
          replace
          prefetch={false}
          aria-current={isAll ? "true" : undefined}
          className="button"
        >
          {words.all}
        </Link>
      )}
    </nav>
  )
}
