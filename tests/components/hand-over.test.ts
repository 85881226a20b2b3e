import { expect, test, vi } from "vitest"
import { type DrawnMarkup, handOver, takeMarkup } from "@/components/charts/hand-over"

const drawn = "<b>8件</b>" as DrawnMarkup

test("markup is handed over by a ticket, and forgotten soon after it was taken", () => {
  vi.useFakeTimers()
  const ticket = handOver(drawn)
  expect(ticket).not.toContain("8件")
  expect(takeMarkup(ticket)).toBe(drawn)
  vi.advanceTimersByTime(1_000)
  expect(takeMarkup(ticket)).toBe(drawn)
  vi.advanceTimersByTime(2_000)
  expect(takeMarkup(ticket)).toBe("")
  const left = handOver(drawn)
  vi.advanceTimersByTime(30_000)
  expect(takeMarkup(left)).toBe("")
  vi.useRealTimers()
})

test("what was not handed over is itself", () => {
  expect(takeMarkup(drawn)).toBe(drawn)
  expect(handOver("" as DrawnMarkup)).toBe("")
})
