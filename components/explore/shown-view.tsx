"use client"

import { createContext, useContext } from "react"
import type { DrawnExplore } from "@/components/explore/explore-surface"

const Shown = createContext<Pick<DrawnExplore, "href" | "title" | "focus">>({
  href: "",
  title: "",
  focus: null,
})

/** Tells what is within which view is shown at the moment. */
export const ShownView = Shown.Provider

/** The view that is shown, as fields of a form: its address, and the title that it is kept under. */
export function ShownFields({ label }: { label: string }) {
  const { href, title } = useContext(Shown)
  return (
    <>
      <input type="hidden" name="address" value={href.split("?")[1] ?? ""} />
      <label className="grid min-w-0 flex-1 gap-1 text-ink-2">
        {label}
        <input
          name="title"
          defaultValue={title}
          key={href}
          maxLength={60}
          required
          className="field w-full"
        />
      </label>
    </>
  )
}

type Props = {
  /** The town that is kept on top. */
  kept: number | null
  words: { remember: string; forget: string }
  keep: (form: FormData) => Promise<void>
}

/** Keeps the town in focus on top of the list, or lets it go; nothing while no town is in focus. */
export function MineButton({ kept, words, keep }: Props) {
  const { focus } = useContext(Shown)
  if (focus === null) return null
  return (
    <form action={keep} className="no-print mt-2">
      <button type="submit" name="mine" value={focus} className="button text-sm">
        {focus === kept ? words.forget : words.remember}
      </button>
    </form>
  )
}
