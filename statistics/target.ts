import type { MetricCode } from "@/catalogue/metric"
import type { Exactness } from "@/catalogue/status"

/** What a plan promises for a year, and where it stands: in the report of `reportYear`, from character `start` on. */
export type Target = {
  townCode: number
  metric: MetricCode
  year: number
  reportYear: number
  value: number | null
  exactness: Exactness | null
  start: number
  quote: string
}
