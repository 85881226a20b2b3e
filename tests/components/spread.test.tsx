import { renderToStaticMarkup } from "react-dom/server"
import { expect, it } from "vitest"
import { buildSpreadState } from "@/components/charts/spread-state"
import { StaticSpread } from "@/components/charts/static-spread"
import { cases } from "@/tests/components/cases"
import { sample } from "@/tests/components/sample"

it.each(Object.entries(cases))("a distribution stands %s", (_, input) => {
  const state = buildSpreadState(input)
  expect(JSON.parse(JSON.stringify(state))).toEqual(state)
  expect(renderToStaticMarkup(<StaticSpread state={state} />)).not.toMatch(/undefined|NaN|Infinity|MISSING/)
  const values = input.series.flatMap(({ points }) => points.filter(({ value }) => value !== null))
  expect(state.columns.flatMap(({ marks }) => marks)).toHaveLength(values.length)
})

it("the box rests on reviewed and comparable figures only, and there is none over fewer than five", () => {
  const column = (rows: Parameters<typeof sample>[0]) => buildSpreadState(sample(rows)).columns[0]
  expect(column([[1], [2], [3], [4], [5]])?.box).toMatchObject({ lower: 2, median: 3, upper: 4 })
  expect(column([[1], [2], [3], [4], [{ value: 5, reviewed: false }]])?.box).toBeNull()
  const differs = { value: 900, flags: ["definition_differs"] } as const
  expect(column([[1], [2], [3], [4], [5], [{ ...differs, flags: [...differs.flags] }]])?.box).toMatchObject({
    median: 3,
  })
})

it("towns with the same figure stand beside each other", () => {
  const [first] = buildSpreadState(sample([[7], [7], [7], [70]])).columns
  expect(first?.marks.map(({ shift }) => shift)).toEqual([0, 1, -1, 0])
})
