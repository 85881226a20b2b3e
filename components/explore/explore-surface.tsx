"use client"

import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from "react"
import { flushSync } from "react-dom"
import { AnsweringFigure } from "@/components/charts/answering-figure"
import type { DrawnMarkup } from "@/components/charts/hand-over"
import { Markup } from "@/components/charts/markup"
import { fillOptions } from "@/components/explore/fill-options"
import { followFind } from "@/components/explore/follow-find"
import { followState, stateOfQuery } from "@/components/explore/follow-state"
import { followTake, showTakeButtons } from "@/components/explore/follow-take"
import { followYears } from "@/components/explore/follow-years"
import { notePlace, restorePlace } from "@/components/explore/keep-place"
import { ShownView } from "@/components/explore/shown-view"
import { exploreHref } from "@/statistics/explore-state"

/** A state of `/explore` as the server drew it, part by part: what is asked and the views, the years, the figure, ways to take
 * it away, the towns, the similar ones. */
export type DrawnExplore = {
  href: string
  title: string
  focus: number | null
  head: DrawnMarkup
  years: DrawnMarkup
  figure: DrawnMarkup
  take: DrawnMarkup
  towns: DrawnMarkup
  similar: DrawnMarkup
}

type Props = {
  drawn: DrawnExplore
  /** What is the reader's own and stays through every change: kept views, and the town on top. */
  saved: ReactNode
  mine: ReactNode
}

/** One state in one of its views. Another one comes drawn from the server and takes the place of this one, text by text, with
 * the address, the focus and what is open kept as they are; nothing in them is compared, which is what makes a change quick.
 * Without a script the same markup is plain links and forms. */
export function ExploreSurface({ drawn, saved, mine }: Props) {
  const root = useRef<HTMLDivElement>(null)
  const [sent, setSent] = useState(drawn)
  const [shown, setShown] = useState(drawn)
  // Drawn anew by an action: what the server says now holds.
  if (sent !== drawn) {
    setSent(drawn)
    setShown(drawn)
  }
  const latest = useRef(shown)
  latest.current = shown
  const settle = useRef(() => {})

  // biome-ignore lint/correctness/useExhaustiveDependencies: new choices come with one option each
  useLayoutEffect(() => {
    if (root.current) fillOptions(root.current)
  }, [shown.head])

  // biome-ignore lint/correctness/useExhaustiveDependencies: new buttons come hidden
  useLayoutEffect(() => {
    if (root.current) showTakeButtons(root.current)
  }, [shown.take])

  useEffect(() => {
    const box = root.current
    if (!box) return
    let asked = new AbortController()
    const show = async (href: string, write: "pushState" | "replaceState" | null) => {
      asked.abort()
      asked = new AbortController()
      const { signal } = asked
      box.setAttribute("aria-busy", "true")
      const next = await fetchDrawn(href, signal)
      if (signal.aborted) return
      box.removeAttribute("aria-busy")
      // Signed out meanwhile, or the database is away: the page itself says so.
      if (!next) return location.assign(href)
      if (write) history[write](null, "", href)
      const place = notePlace(box)
      flushSync(() => setShown(next))
      restorePlace(box, place)
    }
    const go = (href: string, isReplaced: boolean) =>
      void show(href, isReplaced ? "replaceState" : "pushState")
    const ends = [
      followYears(box, {
        state: () => stateOfQuery(new URL(latest.current.href, location.href).searchParams),
        show: (state) => go(exploreHref(state), true),
      }),
      followState(box, go),
      followFind(box),
      followTake(box),
    ]
    const here = () => exploreHref(stateOfQuery(new URLSearchParams(location.search)))
    settle.current = () => {
      if (location.pathname === "/explore" && here() !== latest.current.href) void show(here(), null)
    }
    const back = () => settle.current()
    addEventListener("popstate", back)
    return () => {
      removeEventListener("popstate", back)
      asked.abort()
      for (const end of ends) end()
    }
  }, [])

  // What is sent may be of another state than the address: the browser came back to a page that had gone on, or somebody went on
  // while an action was answered.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is for every time that something is sent
  useEffect(() => settle.current(), [sent])

  return (
    <div ref={root}>
      <Markup html={shown.head} />
      <div className="mt-4 grid gap-4 lg:grid-cols-[minmax(0,1fr)_17rem] print:block">
        <div className="min-w-0">
          <Markup html={shown.years} />
          <div className="sheet mt-3">
            <AnsweringFigure html={shown.figure} />
            <Markup html={shown.take} />
            <ShownView value={shown}>{saved}</ShownView>
          </div>
        </div>
        <aside id="towns" className="min-w-0">
          <Markup html={shown.towns} />
          <ShownView value={shown}>{mine}</ShownView>
          <Markup html={shown.similar} />
        </aside>
      </div>
    </div>
  )
}

async function fetchDrawn(href: string, signal: AbortSignal): Promise<DrawnExplore | null> {
  try {
    const answer = await fetch(href.replace("/explore", "/explore/drawn"), { signal })
    return answer.ok ? await answer.json() : null
  } catch {
    return null
  }
}
