import { expect, test, vi } from "vitest"
import { type DrawnMarkup, handOver, takeMarkup } from "@/components/charts/hand-over"
import { placeMarkup } from "@/services/site/place-markup"

const drawn = "<b>8件</b>" as DrawnMarkup

test("markup is handed over by a ticket, and forgotten soon after it was taken", () => {
  vi.useFakeTimers()
  const ticket = handOver(drawn, "pieces")
  expect(ticket).not.toContain("8件")
  expect(takeMarkup(ticket)).toBe(drawn)
  vi.advanceTimersByTime(1_000)
  expect(takeMarkup(ticket)).toBe(drawn)
  vi.advanceTimersByTime(2_000)
  expect(takeMarkup(ticket)).toBe("")
  const left = handOver(drawn, "pieces")
  vi.advanceTimersByTime(30_000)
  expect(takeMarkup(left)).toBe("")
  vi.useRealTimers()
})

test("what was not handed over is itself", () => {
  expect(takeMarkup(drawn)).toBe(drawn)
  expect(handOver("" as DrawnMarkup, "whole")).toBe("")
  expect(handOver(drawn, null)).toBe(drawn)
})

test("in a page that is written whole the server puts it in its place, once, and nothing where it was forgotten", () => {
  vi.useFakeTimers()
  const [first, second] = [handOver(drawn, "whole"), handOver("<i>3件</i>" as DrawnMarkup, "whole")]
  const page = `<p>${takeMarkup(first)}</p><p>镇${takeMarkup(second)}</p>`
  expect(page).not.toContain("8件")
  expect(placeMarkup(page).toString()).toBe("<p><b>8件</b></p><p>镇<i>3件</i></p>")
  expect(placeMarkup(page).toString()).toBe("<p></p><p>镇</p>")
  const left = takeMarkup(handOver(drawn, "whole"))
  vi.advanceTimersByTime(30_000)
  expect(placeMarkup(left).toString()).toBe("")
  vi.useRealTimers()
})

test("what stands in handed-over markup is no place, and a ticket that nobody gave out is none", () => {
  const inner = handOver(drawn, "whole")
  const outer = handOver(`<u>${takeMarkup(inner)}</u>` as DrawnMarkup, "whole")
  expect(placeMarkup(takeMarkup(outer)).toString()).toBe(`<u><!--${inner}--></u>`)
  expect(placeMarkup("<p><!--handed-over:whole:1--></p>").toString()).toBe("<p></p>")
})
