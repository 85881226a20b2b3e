const inClosed = "details:not([open])"

/** The items of the desk that can be seen, in their order on the page. */
export function itemsOf(desk: HTMLElement): HTMLElement[] {
  return [...desk.querySelectorAll<HTMLElement>("[data-item]")].filter((item) => !item.closest(inClosed))
}

/** The item with this name, if the page still has it. */
export function itemNamed(desk: HTMLElement, name: string | null): HTMLElement | undefined {
  return itemsOf(desk).find((item) => item.dataset.item === name)
}

/** The item `by` places after the one with this name; the first where there is none. */
export function itemBeside(desk: HTMLElement, name: string | null, by: 1 | -1): HTMLElement | undefined {
  const items = itemsOf(desk)
  const at = items.findIndex((item) => item.dataset.item === name)
  return items[at < 0 ? 0 : Math.min(items.length - 1, Math.max(0, at + by))]
}

/** The next item that needs a person, beginning anew at the top; those that were just decided are passed over. */
export function nextOpenItem(
  desk: HTMLElement,
  name: string | null,
  decided: readonly string[],
): HTMLElement | undefined {
  const items = itemsOf(desk)
  const at = items.findIndex((item) => item.dataset.item === name)
  return [...items.slice(at + 1), ...items.slice(0, at + 1)].find(
    (item) => item.dataset.state === "open" && !decided.includes(item.dataset.item ?? ""),
  )
}

/** Presses the item's button of a key; one that opens a form puts the person into it. False where the item has none. */
export function pressKey(item: HTMLElement | undefined, key: string): boolean {
  const button = item?.querySelector<HTMLElement>(`[data-key="${key}"]`)
  if (!button) return false
  button.click()
  if (button.tagName === "SUMMARY")
    button.parentElement?.querySelector<HTMLElement>("input:not([type=hidden]), select, textarea")?.focus()
  return true
}

/** Brings the place of an item into view in the text's own column, and marks it. */
export function showPlace(desk: HTMLElement, at: string | undefined): void {
  for (const mark of desk.querySelectorAll("mark[data-current]")) mark.removeAttribute("data-current")
  const mark = at === undefined ? null : desk.querySelector<HTMLElement>(`#p${at}`)
  if (!mark) return
  mark.setAttribute("data-current", "")
  const column = mark.closest<HTMLElement>("[data-column]")
  if (!column || column.scrollHeight <= column.clientHeight) return
  const offset = mark.getBoundingClientRect().top - column.getBoundingClientRect().top
  column.scrollBy({ top: offset - column.clientHeight / 3 })
}
