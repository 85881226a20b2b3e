import { expect, test } from "vitest"
import { labelPitch, spread } from "@/components/charts/line-layout"

const labelsAt = (...places: number[]) =>
  places.map((y, index) => ({ townCode: index, text: String(index), y, colour: "", bold: false }))
const placed = (places: number[], end = 400) => spread(labelsAt(...places), end)

test("labels that have room stay at their points", () => {
  expect(
    placed([40, 100, 200])
      .map(({ y }) => y)
      .sort((a, b) => a - b),
  ).toEqual([40, 100, 200])
})

test("labels that would lie over one another are piled around the middle of their points, in order", () => {
  const found = [...placed([200, 202, 204])].sort((a, b) => a.y - b.y)
  expect(found.map(({ townCode }) => townCode)).toEqual([0, 1, 2])
  expect(found.map(({ y }) => y)).toEqual([202 - labelPitch, 202, 202 + labelPitch])
})

test("none stands above the sheet or below its end, and all keep their distance", () => {
  for (const places of [
    [1, 2, 3, 4],
    [395, 396, 397],
    [1, 200, 399, 399, 399],
  ]) {
    const ys = placed(places)
      .map(({ y }) => y)
      .sort((a, b) => a - b)
    expect(ys[0]).toBeGreaterThanOrEqual(labelPitch / 2)
    expect(ys.at(-1)).toBeLessThanOrEqual(400)
    for (const [i, y] of ys.entries())
      if (i > 0) expect(y - (ys[i - 1] ?? 0)).toBeGreaterThanOrEqual(labelPitch - 1e-9)
  }
})
