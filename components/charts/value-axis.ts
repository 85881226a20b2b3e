import { formatValue } from "@/catalogue/format"
import type { Locale } from "@/catalogue/messages/messages"
import type { Metric } from "@/catalogue/metric"

export type Tick = { value: number; label: string }

/** The value axis of a chart. `fromZero` is false only for rates that are all high: the frame then says where it starts. */
export type ValueAxis = { min: number; max: number; fromZero: boolean; ticks: readonly Tick[] }

const wantedTicks = 4

/** An axis from 0 to a round number over the highest value; rates end at 100, and start at a round ten when all are over 50. No value, no ticks. */
export function buildValueAxis(values: readonly number[], metric: Metric, locale: Locale): ValueAxis {
  if (values.length === 0) return { min: 0, max: 1, fromZero: true, ticks: [] }
  const highest = Math.max(...values)
  const isShare = metric.kind === "rate" && highest <= 100
  const min = isShare ? startOfRates(Math.min(...values)) : 0
  const top = isShare ? 100 : highest
  if (top === min) return { min: 0, max: 1, fromZero: true, ticks: tick([0], metric, locale) }
  const step = roundStep((top - min) / wantedTicks, metric)
  const count = Math.ceil((top - min) / step)
  const max = isShare ? 100 : min + count * step
  const marks = Array.from({ length: count + 1 }, (_, index) => Math.min(max, min + index * step))
  return { min, max, fromZero: min === 0, ticks: tick(marks, metric, locale) }
}

function startOfRates(lowest: number): number {
  if (lowest < 50) return 0
  return Math.min(90, Math.floor(lowest / 10) * 10)
}

/** The next of 1, 2, 5, 10, … times a power of ten; a count has no half. */
function roundStep(step: number, metric: Metric): number {
  const power = 10 ** Math.floor(Math.log10(step))
  const factor = [1, 2, 2.5, 5, 10].find((candidate) => candidate * power >= step) ?? 10
  const round = factor === 2.5 && power < 10 ? 5 * power : factor * power
  return metric.kind === "rate" ? round : Math.max(1, round)
}

function tick(values: readonly number[], metric: Metric, locale: Locale): readonly Tick[] {
  return values.map((value) => ({ value, label: formatValue({ value }, metric, locale) }))
}
