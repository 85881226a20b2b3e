"use client"

import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from "react"
import {
  itemBeside,
  itemNamed,
  itemsOf,
  nextOpenItem,
  pressKey,
  showPlace,
} from "@/components/review/desk-items"

/** The item of the desk that the keys speak to, by its `data-item`; null before the first. */
const Current = createContext<string | null>(null)
export const useCurrentItem = () => useContext(Current)

const typing = "input, textarea, select, [contenteditable]"
/** The page is drawn anew after each decision; its undo button comes with it. */
const [triesForUndo, pauseForUndo] = [60, 50]

/**
 * Works the review desk by keys: j and k (or the arrows) go from item to item, n to the next open one, and the letters press
 * the buttons of the current item that carry them as `data-key`, so that a key does nothing that the mouse could not. After a
 * decision the next open item is current at once; u presses the undo of what was decided last here. Items are the elements
 * with `data-item`; `data-state="open"` are those that still need a person.
 */
export function DeskKeys({ children }: { children: ReactNode }) {
  const root = useRef<HTMLDivElement>(null)
  const [current, setCurrent] = useState<string | null>(null)
  const [help, setHelp] = useState(false)

  useEffect(() => {
    const desk = root.current
    if (!desk) return
    let now: string | null = null
    let decided: string[] = []
    const choose = (name: string | null) => {
      now = name
      setCurrent(name)
    }
    const show = (item: HTMLElement | undefined, focus = true) => {
      if (!item?.dataset.item) return
      choose(item.dataset.item)
      if (focus) item.focus({ preventScroll: true })
      item.scrollIntoView({ block: "nearest" })
      showPlace(desk, item.dataset.at)
    }
    const showNextOpen = () => show(nextOpenItem(desk, now, decided))
    const undo = async () => {
      const name = decided.pop()
      if (!name) return
      for (let tries = 0; tries < triesForUndo; tries += 1) {
        const item = itemNamed(desk, name)
        if (item?.querySelector('[data-key="u"]')) {
          show(item)
          pressKey(item, "u")
          return
        }
        await new Promise((done) => setTimeout(done, pauseForUndo))
      }
    }
    const goToPublish = () => {
      const button = desk.querySelector<HTMLElement>('[data-key="p"]')
      const target = button?.closest("form")?.querySelector<HTMLElement>("input[name=reason]") ?? button
      target?.scrollIntoView({ block: "center" })
      target?.focus()
    }
    const keys = new Map<string, () => unknown>([
      ...["j", "ArrowDown"].map((key) => [key, () => show(itemBeside(desk, now, 1))] as const),
      ...["k", "ArrowUp"].map((key) => [key, () => show(itemBeside(desk, now, -1))] as const),
      ["n", showNextOpen],
      ["u", undo],
      ["A", () => pressKey(desk, "A")],
      ["p", goToPublish],
      ["?", () => setHelp((shown) => !shown)],
    ])
    const onKey = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement
      if (event.ctrlKey || event.metaKey || event.altKey) return
      if (event.key === "Escape") {
        setHelp(false)
        const open = target.closest<HTMLDetailsElement>("[data-item] details[open]")
        if (open) open.open = false
        itemNamed(desk, now)?.focus({ preventScroll: true })
      }
      if (target.matches(typing)) return
      const act = keys.get(event.key)
      if (!act && !(event.key.length === 1 && "acrdq".includes(event.key))) return
      if (act) {
        event.preventDefault()
        act()
        return
      }
      if (now === null) showNextOpen()
      if (pressKey(itemNamed(desk, now), event.key)) event.preventDefault()
    }
    /** However it was sent, by key or by hand: what was decided can be undone, and the next one is current. What is said to
     * a town decides nothing. */
    const onSubmit = (event: SubmitEvent) => {
      const form = event.target as HTMLElement
      const name = form.closest<HTMLElement>("[data-item]")?.dataset.item
      if (!name || form.closest("[data-talk]")) return
      decided = decided.filter((one) => one !== name)
      if (event.submitter?.dataset.key === "u") return
      decided.push(name)
      choose(name)
      showNextOpen()
    }
    const onClick = (event: MouseEvent) => {
      const target = event.target as HTMLElement
      const item = target.closest<HTMLElement>("[data-item]")
      if (item) {
        choose(item.dataset.item ?? null)
        showPlace(desk, item.dataset.at)
      }
      const at = target.closest<HTMLElement>("mark[id]")?.id.slice(1)
      if (at)
        show(
          itemsOf(desk).find((one) => one.dataset.at === at),
          false,
        )
    }
    document.addEventListener("keydown", onKey)
    desk.addEventListener("submit", onSubmit)
    desk.addEventListener("click", onClick)
    return () => {
      document.removeEventListener("keydown", onKey)
      desk.removeEventListener("submit", onSubmit)
      desk.removeEventListener("click", onClick)
    }
  }, [])

  useEffect(() => {
    for (const item of root.current?.querySelectorAll<HTMLElement>("[data-item]") ?? [])
      if (item.dataset.item === current) item.setAttribute("aria-current", "true")
      else item.removeAttribute("aria-current")
  })

  return (
    <div ref={root} data-help={help || undefined} className="group">
      <Current value={current}>{children}</Current>
    </div>
  )
}
