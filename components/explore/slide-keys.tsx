"use client"

import { useRouter } from "next/navigation"
import { useEffect, useState } from "react"

type Place = "first" | "before" | "next" | "last" | "out"
type Props = {
  links: Readonly<Record<Exclude<Place, "out">, string | null>> & { out: string }
  words: Readonly<Record<"place" | "before" | "next" | "full" | "out" | "keys", string>>
}

/** A remote sends PageUp and PageDown; some send arrows. Up and down are left to scroll what is longer than the screen. */
const keys: Readonly<Record<string, Place>> = {
  ArrowRight: "next",
  PageDown: "next",
  " ": "next",
  ArrowLeft: "before",
  PageUp: "before",
  Home: "first",
  End: "last",
  Escape: "out",
}

/** The bar of a slide: links that work without a script, and the keys that follow them. */
export function SlideKeys({ links, words }: Props) {
  const router = useRouter()
  const [isReady, setReady] = useState(false)
  useEffect(() => setReady(true), [])
  useEffect(() => {
    const follow = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      const place = keys[event.key]
      if (!place) return
      event.preventDefault()
      const to = links[place]
      if (to === null) return
      // The page around the slides has no head: going out loads the whole page anew.
      if (place === "out") location.assign(to)
      else router.replace(to)
    }
    addEventListener("keydown", follow)
    return () => removeEventListener("keydown", follow)
  }, [links, router])
  const fill = () =>
    document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen()
  const step = (to: string | null, text: string) =>
    to === null ? (
      <span className="button border-dashed text-ink-2">{text}</span>
    ) : (
      <a href={to} className="button">
        {text}
      </a>
    )
  return (
    <nav
      aria-label={words.keys}
      title={words.keys}
      className="no-print flex flex-wrap items-center gap-2 border-t border-line px-[2vw] py-2 text-[max(1rem,0.9vw)]"
    >
      {step(links.before, words.before)}
      <span role="status" className="px-2">
        {words.place}
      </span>
      {step(links.next, words.next)}
      <span className="ml-auto hidden text-sm text-ink-2 lg:inline">{words.keys}</span>
      {isReady ? (
        <button type="button" className="button ml-auto lg:ml-0" onClick={fill}>
          {words.full}
        </button>
      ) : null}
      <a href={links.out} className="button">
        {words.out}
      </a>
    </nav>
  )
}
