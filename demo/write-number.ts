import { type Metric, type MetricCode, metricOf } from "@/catalogue/metric"
import type { Exactness } from "@/catalogue/status"
import type { Random } from "@/demo/random"

/** A number as a clerk writes it, and what it then says: `1.2万余` says over 12,000, whatever the count was. */
export type WrittenNumber = { text: string; value: number; exactness: Exactness }

const numerals = ["零", "一", "两", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"] as const

/** Counts that reports give only roughly: heads, leaflets, cases over the counter. */
const roughMetrics: readonly MetricCode[] = [
  "publicity_attendances",
  "publicity_materials",
  "training_attendances",
  "service_cases_handled",
  "legal_consultations",
  "hazards_found",
]

/** Writes a value of a metric without its classifier. Money is written in 万元, a rate with its sign. */
export function writeNumber(value: number, code: MetricCode, random: Random): WrittenNumber {
  const metric = metricOf(code)
  if (metric.kind === "rate") return { text: `${value}%`, value, exactness: "exact" }
  if (metric.kind === "amount") return writeMoney(value)
  if (isRough(metric, value, random)) return writeRough(value, random)
  const inWords = value >= 2 && value <= 12 && random.chance(0.08) ? numerals[value] : undefined
  const digits = random.chance(0.06) && value >= 1000 ? value.toLocaleString("en-US") : String(value)
  return { text: inWords ?? digits, value, exactness: "exact" }
}

function writeMoney(yuan: number): WrittenNumber {
  return { text: String(yuan / 10_000), value: yuan, exactness: "exact" }
}

function isRough(metric: Metric, value: number, random: Random): boolean {
  return value >= 100 && roughMetrics.includes(metric.code) && random.chance(0.6)
}

/** Two leading digits and a word: down to `余` or `超`, up to `近`, either way for `约`. */
function writeRough(value: number, random: Random): WrittenNumber {
  const unit = 10 ** (Math.floor(Math.log10(value)) - 1)
  const down = Math.floor(value / unit) * unit
  const form = random.pick(["余", "余", "余", "近", "约", "超"])
  if (form === "余") return { text: `${inWan(down)}余`, value: down, exactness: "over" }
  if (form === "超") return { text: `超${inWan(down)}`, value: down, exactness: "over" }
  const near = form === "近" ? down + unit : Math.round(value / unit) * unit
  return { text: `${form}${inWan(near)}`, value: near, exactness: form === "近" ? "under" : "about" }
}

function inWan(value: number): string {
  return value >= 10_000 ? `${value / 10_000}万` : String(value)
}
