import type { MetricCode } from "@/catalogue/metric"
import { isFind } from "@/components/explore/follow-find"
import { type ExploreState, exploreHref, stateOf } from "@/statistics/explore-state"

/** Forms and links offer no codes but the catalogue's. */
const isOffered = (code: string): code is MetricCode => code !== ""

/** The state that an address or a form says, by its parameters. */
export function stateOfQuery(query: URLSearchParams | FormData): ExploreState {
  const names = [...new Set(query.keys())]
  return stateOf(Object.fromEntries(names.map((name) => [name, query.getAll(name).map(String)])), isOffered)
}

/** Makes the links and forms that lead to another state of `/explore` lead there without loading the page anew: links when
 * pressed, forms as soon as something in them changes, or was changed before there was a script to see it. Returns how to let
 * go. */
export function followState(root: HTMLElement, go: (href: string, isReplaced: boolean) => void): () => void {
  const ended = new AbortController()
  const on = { signal: ended.signal }
  const follow = (form: HTMLFormElement) => go(exploreHref(stateOfQuery(new FormData(form))), true)
  root.addEventListener(
    "click",
    (event) => {
      const link = event.target instanceof Element ? event.target.closest("a") : null
      const href = link?.getAttribute("href")
      const isPlain =
        !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) && event.button === 0
      if (event.defaultPrevented || !isPlain || !href || !/^\/explore(\?|$)/.test(href)) return
      event.preventDefault()
      go(href, link?.dataset.replace !== undefined)
    },
    on,
  )
  root.addEventListener(
    "change",
    ({ target }) => {
      // A search is no change of the state.
      if (isFind(target)) return
      const form = target instanceof Element ? target.closest("form") : null
      if (form && leadsHere(form)) follow(form)
    },
    on,
  )
  root.addEventListener(
    "submit",
    (event) => {
      if (!(event.target instanceof HTMLFormElement) || !leadsHere(event.target)) return
      event.preventDefault()
      follow(event.target)
    },
    on,
  )
  const touched = [...root.querySelectorAll("form")].find((form) => leadsHere(form) && isTouched(form))
  if (touched) follow(touched)
  return () => ended.abort()
}

/** Whether something in a form is no longer as the server wrote it; a search is no change of the state. */
function isTouched(form: HTMLFormElement): boolean {
  return [...form.elements].some((field) => {
    if (field instanceof HTMLSelectElement) {
      const written = [...field.options].find((option) => option.defaultSelected)
      return written !== undefined && !written.selected
    }
    if (!(field instanceof HTMLInputElement) || field.name === "find") return false
    return field.type === "checkbox"
      ? field.checked !== field.defaultChecked
      : field.value !== field.defaultValue
  })
}

const leadsHere = (form: HTMLFormElement) => form.getAttribute("action") === "/explore"
