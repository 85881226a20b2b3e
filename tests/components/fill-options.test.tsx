// @vitest-environment happy-dom
import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import { fillOptions } from "@/components/explore/fill-options"
import { LaterDay, LaterSelect } from "@/components/explore/later-select"

/** As a browser with scripts parses it: what is in `<noscript>` is text. */
function parse(html: string): HTMLElement {
  const inner = /<noscript>(.*)<\/noscript>/s.exec(html)?.[1] ?? ""
  const root = document.createElement("div")
  root.innerHTML = html.replace(inner, "")
  const later = root.querySelector("noscript")
  if (later) later.textContent = inner
  return root
}

test("a choice begins with the chosen option, and is given its name and all the others", () => {
  const html = renderToStaticMarkup(
    <LaterSelect name="metric" chosen={{ value: "b", words: "b" }}>
      {["a", "b", "c"].map((value) => (
        <option key={value} value={value}>
          {value}
        </option>
      ))}
    </LaterSelect>,
  )
  const root = parse(html)
  const select = root.querySelector("select") as HTMLSelectElement
  expect([select.name, select.options.length, select.value]).toEqual(["", 1, "b"])
  fillOptions(root)
  expect([select.name, select.options.length, select.value]).toEqual(["metric", 3, "b"])
  const written = [...select.options].filter((option) => option.hasAttribute("selected"))
  expect(written.map(({ value }) => value)).toEqual(["b"])
  select.value = "c"
  fillOptions(root)
  expect(select.value).toBe("c")
})

test("a day begins as text with what was chosen, and becomes a day", () => {
  const root = parse(renderToStaticMarkup(<LaterDay name="asof" value="2024-12-31" />))
  const field = root.querySelector("input") as HTMLInputElement
  expect([field.name, field.type, field.value]).toEqual(["", "text", "2024-12-31"])
  fillOptions(root)
  expect([field.name, field.type, field.value]).toEqual(["asof", "date", "2024-12-31"])
})
