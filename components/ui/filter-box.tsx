"use client"

import { useEffect, useRef, useState } from "react"
import { fitsQuery } from "@/catalogue/fits-query"

type Props = {
  words: { label: string; hint: string; none: string }
  value: string
  /** What around the box holds the rows; they say by `data-found-by` what they are found by. */
  around: "form" | "figure"
  /** Enter ticks the first row that is left and clears the box. */
  picks?: true
  className: string
}

/** Hides the rows around it that do not fit what is typed, by characters, pinyin or initials. Without a script it is a field
 * of the form it stands in. */
export function FilterBox({ words, value, around, picks, className }: Props) {
  const box = useRef<HTMLInputElement>(null)
  const [isNone, setNone] = useState(false)
  useEffect(() => {
    const input = box.current
    const place = input?.closest(around)
    if (!input || !place) return
    const rows = () => [...place.querySelectorAll<HTMLElement>("[data-found-by]")]
    const narrow = () => {
      for (const row of rows()) row.hidden = !fitsQuery(row.dataset.foundBy ?? "", input.value)
      setNone(rows().every((row) => row.hidden))
    }
    const take = (event: KeyboardEvent) => {
      if (!picks || event.key !== "Enter" || event.isComposing) return
      event.preventDefault()
      const first = rows().find((row) => !row.hidden)
      if (input.value.trim() === "" || !first) return
      input.value = ""
      narrow()
      first.querySelector<HTMLInputElement>("input")?.click()
    }
    // A search is no change of the state: a form that follows its changes must not be sent for it.
    const quiet = (event: Event) => event.stopPropagation()
    input.addEventListener("input", narrow)
    input.addEventListener("keydown", take)
    input.addEventListener("change", quiet)
    return () => {
      input.removeEventListener("input", narrow)
      input.removeEventListener("keydown", take)
      input.removeEventListener("change", quiet)
    }
  }, [around, picks])
  return (
    <>
      <input
        ref={box}
        type="search"
        name="find"
        defaultValue={value}
        key={value}
        aria-label={words.label}
        placeholder={words.hint}
        autoComplete="off"
        className={`field ${className}`}
      />
      <span role="status" className="text-sm text-ink-2">
        {isNone ? words.none : ""}
      </span>
    </>
  )
}
