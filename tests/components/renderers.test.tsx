// @vitest-environment happy-dom
import { act, type ReactElement } from "react"
import { createRoot } from "react-dom/client"
import { renderToStaticMarkup } from "react-dom/server"
import { beforeAll, describe, expect, it } from "vitest"
import { buildBarState } from "@/components/charts/bar-state"
import { buildLineState } from "@/components/charts/line-state"
import { RechartsBar } from "@/components/charts/recharts-bar"
import { RechartsLine } from "@/components/charts/recharts-line"
import { StaticBar } from "@/components/charts/static-bar"
import { StaticLine } from "@/components/charts/static-line"
import { medianSeries } from "@/statistics/median-series"
import { cases } from "@/tests/components/cases"

const width = 800
const quiet = { entryKey: null }

beforeAll(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
})

/** What a reader gets of a drawing: every mark with its address and place, and every word. */
function readOff(root: Element) {
  const marks = [...root.querySelectorAll("[data-mark]")].map((mark) => ({
    key: mark.getAttribute("data-mark"),
    label: mark.getAttribute("aria-label"),
    href: mark.getAttribute("href"),
    place: placeOf(mark),
  }))
  const texts = [...root.querySelectorAll("text")].map((text) => text.textContent)
  const order = (a: { key: string | null }, b: { key: string | null }) =>
    String(a.key).localeCompare(String(b.key))
  return {
    marks: marks.sort(order),
    texts: texts.sort(),
    name: root.querySelector("[role=group]")?.getAttribute("aria-label"),
  }
}

/** Pixels of the origin around which a mark is drawn, from percents or from a transform; and of a bar, its length. */
function placeOf(mark: Element) {
  const box = mark.closest("svg[viewBox] > svg")
  const [left, plot] = box ? [Number(box.getAttribute("x")), Number(box.getAttribute("width"))] : [0, 0]
  const measure = (text: string | null | undefined) =>
    text?.endsWith("%") ? (plot * Number.parseFloat(text)) / 100 : Number(text ?? 0)
  const at = mark.querySelector("svg, g")
  const [x, y] = box
    ? [left + measure(at?.getAttribute("x")), Number(at?.getAttribute("y"))]
    : (at?.getAttribute("transform")?.match(/-?[\d.]+/g) ?? []).map(Number)
  const bar = [...mark.querySelectorAll("rect[stroke]")].map((rect) =>
    Math.round(measure(rect.getAttribute("width"))),
  )
  return { x: Math.round(x ?? -1), y: Math.round(y ?? -1), bar }
}

function drawStatic(element: ReactElement) {
  const root = document.createElement("div")
  root.innerHTML = renderToStaticMarkup(element)
  return readOff(root)
}

async function drawLive(element: ReactElement) {
  const host = document.body.appendChild(document.createElement("div"))
  const root = createRoot(host)
  await act(async () => root.render(element))
  const read = readOff(host)
  await act(async () => root.unmount())
  return read
}

describe.each(Object.entries(cases))("%s", (_, input) => {
  it("is the same line chart in both renderers", async () => {
    const state = buildLineState(input, input.series.length > 4 ? medianSeries(input.series) : null)
    const still = drawStatic(<StaticLine state={state} width={width} />)
    const live = await drawLive(<RechartsLine state={state} width={width} {...quiet} />)
    expect(live).toEqual(still)
    const stated = input.series.flatMap(({ points }) => points.filter((point) => point.value !== null))
    expect(still.marks).toHaveLength(stated.length)
  })

  it("is the same bar chart in both renderers", async () => {
    const state = buildBarState(input, 2024)
    const still = drawStatic(<StaticBar state={state} width={width} />)
    const live = await drawLive(<RechartsBar state={state} width={width} {...quiet} />)
    expect(live).toEqual(still)
    expect(still.marks).toHaveLength(input.series.length)
  })
})
