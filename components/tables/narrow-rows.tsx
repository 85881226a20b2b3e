"use client"

import { useEffect, useRef, useState } from "react"
import { fitsQuery } from "@/catalogue/fits-query"

type Props = { words: { label: string; hint: string; none: string }; value: string }

/** The filter of a table: hides the rows of the figure around it that do not fit what is typed, by characters, pinyin or
 * initials (`data-found-by`). Without a script it is a field of the form it stands in. */
export function NarrowRows({ words, value }: Props) {
  const box = useRef<HTMLInputElement>(null)
  const [isNone, setNone] = useState(false)
  useEffect(() => {
    const input = box.current
    const figure = input?.closest("figure")
    if (!input || !figure) return
    const narrow = () => {
      const rows = [...figure.querySelectorAll<HTMLElement>("tr[data-found-by]")]
      for (const row of rows) row.hidden = !fitsQuery(row.dataset.foundBy ?? "", input.value)
      setNone(rows.every((row) => row.hidden))
    }
    input.addEventListener("input", narrow)
    return () => input.removeEventListener("input", narrow)
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
        className="field min-w-0 flex-1 sm:max-w-60"
      />
      <span role="status" className="text-sm text-ink-2">
        {isNone ? words.none : ""}
      </span>
    </>
  )
}
