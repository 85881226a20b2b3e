import { townsOfCounty } from "@/catalogue/divisions"
import { type MetricCode, metricOf } from "@/catalogue/metric"
import { metrics } from "@/catalogue/metrics"
import { may } from "@/catalogue/role"
import type { Town } from "@/catalogue/town"
import { type HeldReport, listHeld } from "@/db/reads/list-held"
import { listReports, type ReportRow } from "@/db/reads/list-reports"
import { readRevision } from "@/db/reads/read-revision"
import { asReader, type Desk, requireRight } from "@/services/desk"
import { keepDrawn } from "@/services/keep-drawn"
import { viewSeries } from "@/services/view-explore"
import { pointsOfYear, reviewedOnly, type Series } from "@/statistics/series"
import { findStandOuts, type StandOut } from "@/statistics/stand-out"
import { type Total, totalOf } from "@/statistics/total"

/** What a leader sees first, in this order. */
export const headlines = [
  "meetings_held",
  "contracts_reviewed",
  "case_files_audited",
  "disputes_mediated",
  "trainings_held",
  "publicity_events",
] as const satisfies readonly MetricCode[]

/** A headline metric: the county's total this year and in the years before. Only reviewed figures count. */
export type Headline = {
  metric: MetricCode
  total: Total
  history: readonly { year: number; total: Total }[]
}

export type Overview = {
  year: number
  years: readonly number[]
  /** `held` is the report that counts, `report` the same with what waits in it, for those who may see it. */
  towns: readonly { town: Town; held: HeldReport | null; report: ReportRow | null }[]
  headlines: readonly Headline[]
  /** What stands out against the year before, and what was left blank. */
  standOuts: readonly StandOut[]
  works: boolean
  /** Reports of any year with something that still needs a person, or that nobody has published. */
  waiting: readonly ReportRow[]
  /** Versions that do not count although they are newer than the one that does. */
  versions: readonly ReportRow[]
}

/** A county's year at a glance; null while it holds no report. `asked` null means the latest year. */
export async function viewOverview(
  desk: Desk,
  countyCode: number,
  asked: number | null,
): Promise<Overview | null> {
  requireRight(desk, "figures.read")
  const [revision, held, reports] = await asReader(desk, (tx) =>
    Promise.all([readRevision(tx, [countyCode]), listHeld(tx, countyCode), listReports(tx, countyCode)]),
  )
  const years = [...new Set(held.map((report) => report.year))].sort((a, b) => a - b)
  const [first, last] = [years[0], years.at(-1)]
  if (first === undefined || last === undefined) return null
  const year = asked !== null && years.includes(asked) ? asked : last
  const figures = await keepDrawn(desk, countyCode, revision, ["overview", first, last, year], () =>
    figuresOf(desk, countyCode, { from: first, to: last }, year),
  )
  const counting = reports.filter((report) => report.counts)
  const newer = (report: ReportRow) =>
    counting.some(
      (other) =>
        other.townCode === report.townCode && other.year === report.year && other.version < report.version,
    )
  return {
    year,
    years,
    towns: townsOfCounty(countyCode).map((town) => ({
      town,
      held: held.find((report) => report.townCode === town.code && report.year === year) ?? null,
      report: counting.find((report) => report.townCode === town.code && report.year === year) ?? null,
    })),
    ...figures,
    works: may(desk.actor.role, "reports.decide"),
    waiting: counting.filter((report) => report.left > 0 || report.published === 0),
    versions: reports.filter((report) => !report.counts && newer(report)),
  }
}

/** What is said of the figures themselves, which rests on all that the county has. */
async function figuresOf(
  desk: Desk,
  countyCode: number,
  { from, to }: { from: number; to: number },
  year: number,
): Promise<Pick<Overview, "headlines" | "standOuts">> {
  const near = { from: Math.max(from, year - 1), to: year }
  const codes = metrics.map(({ code }) => code)
  const [series, all] = await Promise.all([
    viewSeries(desk, { countyCode, metrics: headlines, towns: [], years: { from, to } }),
    viewSeries(desk, { countyCode, metrics: codes, towns: [], years: near }),
  ])
  const told = headlines.flatMap((metric) => {
    const history = axis(from, to).flatMap((of) => {
      const total = totalOfYear(series, metric, of)
      return total ? [{ year: of, total }] : []
    })
    const total = history.find((entry) => entry.year === year)?.total
    return total ? [{ metric, total, history }] : []
  })
  return { headlines: told, standOuts: findStandOuts(all, year, headlines) }
}

const axis = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index)

function totalOfYear(series: readonly Series[], metric: MetricCode, year: number): Total | null {
  return totalOf(metricOf(metric), (code) => {
    const ofMetric = series.filter((one) => one.metric === code)
    return reviewedOnly(pointsOfYear(ofMetric, year))
  })
}
