import { setFlagsFromString } from "node:v8"
import { expect, it } from "vitest"
import { generateDemo } from "@/demo/generate-demo"
import { wordAt } from "@/extraction/lexicon/lexicon"
import { readAndExplain } from "@/extraction/read-report"
import { metricRules } from "@/extraction/rules/metric-rules"

setFlagsFromString("--allow-natives-syntax")
const haveSameShape = new Function("a", "b", "return %HaveSameMap(a, b)")

/** How many shapes the engine gave to objects of one type. */
function shapesOf(objects: Iterable<object>): number {
  const shapes: object[] = []
  for (const each of new Set(objects)) if (!shapes.some((one) => haveSameShape(one, each))) shapes.push(each)
  return shapes.length
}

const unknown = { title: null, issuer: null, indexNumber: null, publishedOn: null }
const reports = generateDemo()
  .filter(({ mediaType }) => mediaType === "text/plain")
  .map(({ content }) => content)
const read = reports.slice(0, 40).map((text) => readAndExplain(text, unknown, { region: null }, true))
const fates = read.flatMap((each) => each.fates)

// Reading takes a third longer where these have a shape each, as objects made by spreading others have: nothing else says so.
it("rules, words, figures and what is read of them have few shapes", () => {
  const text = reports.slice(0, 40).join("")
  const words = Array.from({ length: text.length }, (_, at) => wordAt(text, at)?.meaning).filter(
    (meaning) => meaning !== undefined,
  )
  expect(shapesOf(metricRules)).toBe(1)
  expect(shapesOf(words)).toBe(1)
  expect(shapesOf(fates.flatMap(({ segment }) => segment ?? []))).toBeLessThanOrEqual(2)
  expect(shapesOf(fates.map(({ quantity }) => quantity))).toBeLessThanOrEqual(4)
  expect(shapesOf(read.flatMap(({ report }) => report.candidates))).toBeLessThanOrEqual(4)
})
