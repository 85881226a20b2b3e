import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import { AskForm } from "@/components/questions/ask-form"
import { ProposeForm } from "@/components/questions/propose-form"

const nothing = async () => null

/** The fields of a form, each with what it holds. */
const fieldsOf = (html: string) =>
  Object.fromEntries(
    [...html.matchAll(/<(?:input|textarea)[^>]*>/g)].map(([tag]) => [
      tag.match(/ name="(\w+)"/)?.[1],
      tag.match(/ value="([^"]*)"/)?.[1] ?? "",
    ]),
  )

test("the box to ask sends what it is about, and nothing of what it is not", () => {
  const town = { code: 331082111, name: "沿江镇" }
  const form = (about: Parameters<typeof AskForm>[0]["about"]) =>
    fieldsOf(renderToStaticMarkup(<AskForm {...{ locale: "zh", town, year: 2024, about, ask: nothing }} />))
  const always = { town: "331082111", year: "2024", words: "" }
  expect(form({})).toEqual(always)
  expect(form({ candidateId: "a", findingId: "b" })).toEqual({ ...always, candidate: "a", finding: "b" })
  expect(form({ start: 0, end: 2, metric: "contracts_reviewed" })).toEqual({
    ...always,
    ...{ start: "0", end: "2", metric: "contracts_reviewed" },
  })
})

test("the form for a correction asks in the unit that people write, and sends by how much to multiply", () => {
  const form = (metric: "contracts_reviewed" | "fines_amount") =>
    renderToStaticMarkup(
      <ProposeForm
        {...{ locale: "zh", townCode: 331082111, year: 2024, reading: { id: "a", metric }, propose: nothing }}
      />,
    )
  expect(fieldsOf(form("contracts_reviewed"))).toEqual({
    ...{ town: "331082111", year: "2024", candidate: "a" },
    ...{ scale: "1", value: "", source: "", words: "" },
  })
  expect(form("contracts_reviewed")).toContain("正确的数字（件）")
  expect(fieldsOf(form("fines_amount")).scale).toBe("10000")
  expect(form("fines_amount")).toContain("正确的数字（万元）")
})
