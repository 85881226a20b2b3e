import { fitsQuery } from "@/catalogue/fits-query"

const rowsOf = (box: HTMLInputElement) => [
  ...(box.closest(box.dataset.around ?? "form")?.querySelectorAll<HTMLElement>("[data-found-by]") ?? []),
]

/** Hides the rows around a box that do not fit what is typed, by characters, pinyin or initials, and says where none is left. */
export function narrow(box: HTMLInputElement): void {
  const rows = rowsOf(box)
  for (const row of rows) row.hidden = !fitsQuery(row.dataset.foundBy ?? "", box.value)
  const said = box.parentElement?.querySelector("[data-none]")
  if (said instanceof HTMLElement)
    said.textContent = rows.every((row) => row.hidden) ? (said.dataset.none ?? "") : ""
}

/** Makes the boxes within search while somebody types; in one that picks, Enter ticks the first row that is left and clears
 * the box. Without a script they are fields of their form. Returns how to let go. */
export function followFind(root: HTMLElement): () => void {
  const ended = new AbortController()
  root.addEventListener(
    "input",
    ({ target }) => {
      if (isFind(target)) narrow(target)
    },
    { signal: ended.signal },
  )
  root.addEventListener(
    "keydown",
    (event) => {
      const box = event.target
      if (!isFind(box) || box.dataset.picks === undefined || event.key !== "Enter" || event.isComposing)
        return
      event.preventDefault()
      const first = rowsOf(box).find((row) => !row.hidden)
      if (box.value.trim() === "" || !first) return
      box.value = ""
      narrow(box)
      first.querySelector<HTMLInputElement>("input")?.click()
    },
    { signal: ended.signal },
  )
  return () => ended.abort()
}

export const isFind = (target: EventTarget | null): target is HTMLInputElement =>
  target instanceof HTMLInputElement && target.name === "find"
