"use client"

import { useEffect, useRef, useState } from "react"
import { fitsQuery } from "@/catalogue/fits-query"

type Props = { words: { label: string; hint: string; none: string }; value: string }

/** Narrows the list of towns while it is typed into: by characters, pinyin or initials. Enter takes the first and clears
 * the box; without a script it is a field of the form. */
export function TownFilter({ words, value }: Props) {
  const box = useRef<HTMLInputElement>(null)
  const [isNone, setNone] = useState(false)
  useEffect(() => {
    const input = box.current
    const form = input?.closest("form")
    if (!input || !form) return
    const rows = () => [...form.querySelectorAll<HTMLElement>("[data-keys]")]
    const narrow = () => {
      for (const row of rows()) row.hidden = !fitsQuery(row.dataset.keys ?? "", input.value)
      setNone(rows().every((row) => row.hidden))
    }
    const take = (event: KeyboardEvent) => {
      if (event.key !== "Enter" || event.isComposing) return
      event.preventDefault()
      const first = rows().find((row) => !row.hidden)
      if (input.value.trim() === "" || !first) return
      input.value = ""
      narrow()
      first.querySelector<HTMLInputElement>("input")?.click()
    }
    // A search is no change of the state: the form must not be sent for it.
    const quiet = (event: Event) => event.stopPropagation()
    input.addEventListener("input", narrow)
    input.addEventListener("keydown", take)
    input.addEventListener("change", quiet)
    return () => {
      input.removeEventListener("input", narrow)
      input.removeEventListener("keydown", take)
      input.removeEventListener("change", quiet)
    }
  }, [])
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
        className="field mt-2 w-full text-sm"
      />
      <p role="status" className="text-sm text-ink-2">
        {isNone ? words.none : ""}
      </p>
    </>
  )
}
