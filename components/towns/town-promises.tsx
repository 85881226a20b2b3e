import Link from "next/link"
import { formatFigure } from "@/catalogue/format"
import type { Locale } from "@/catalogue/messages/messages"
import { metricOf } from "@/catalogue/metric"
import type { Town } from "@/catalogue/town"
import { translate } from "@/catalogue/translate"
import { buildCell } from "@/components/charts/cell"
import { metricName } from "@/components/charts/frame"
import { CellFigure } from "@/components/charts/view-table"
import { sentenceHref } from "@/components/tables/sentence-href"
import { judgePromise } from "@/statistics/judge-promise"
import type { Point, Series } from "@/statistics/series"
import type { Target } from "@/statistics/target"

type Props = {
  locale: Locale
  town: Town
  targets: readonly Target[]
  series: readonly Series[]
  /** The years of the town's reports. */
  held: readonly number[]
}

const tones = { kept: "text-good", missed: "text-bad", open: "", untold: "text-ink-2", unsure: "text-ink-2" }
const signs = { kept: "✓", missed: "✗", open: "…", untold: "—", unsure: "？" }

/** What each year's plan promised, and what the report of the year it was for says: both open their sentence. */
export function TownPromises({ locale, town, targets, series, held }: Props) {
  const t = translate(locale, "ui")
  return (
    <section className="mt-8" aria-label={t("town.targets")}>
      <h2 className="text-lg font-semibold">{t("town.targets")}</h2>
      <p className="text-sm text-ink-2">{t("town.targetsNote")}</p>
      <div className="mt-2 overflow-x-auto">
        <table className="grid-table">
          <thead>
            <tr>
              {(["year", "metric", "promised", "result", "outcome"] as const).map((column) => (
                <th key={column} scope="col" className={column === "year" ? "" : "min-w-24"}>
                  {t(`town.promise.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {targets.map((target) => {
              const metric = metricOf(target.metric)
              const { value, exactness, year } = target
              const told = series
                .find((one) => one.metric === target.metric)
                ?.points.find((one) => one.year === year)
              const point = told ?? (held.includes(year) ? untold(year) : undefined)
              const outcome = judgePromise(metric, target, point)
              const place = { metric, townCode: town.code, town: town.name, locale }
              const cell = point && buildCell(point, { ...place, href: sentenceHref(town.code, point) })
              return (
                <tr key={`${target.metric}/${year}`}>
                  <td>{year}</td>
                  <th scope="row">
                    <Link
                      href={`/explore?metric=${metric.code}&focus=${town.code}&county=${town.countyCode}`}
                      prefetch={false}
                    >
                      {metricName(metric, locale)}
                    </Link>
                  </th>
                  <td>
                    <Link
                      href={`/reports/${town.code}/${target.reportYear}#p${target.start}`}
                      prefetch={false}
                      title={target.quote}
                      className="text-ink underline decoration-line"
                    >
                      {value === null ? target.quote : formatFigure({ value, exactness }, metric, locale)}
                    </Link>
                  </td>
                  <td>{cell ? <CellFigure cell={cell} /> : "—"}</td>
                  <td className={`whitespace-nowrap ${tones[outcome]}`}>
                    <span aria-hidden="true">{`${signs[outcome]} `}</span>
                    {t(`town.promise.outcomes.${outcome}`)}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </section>
  )
}

/** A metric that no report of the town has given has no series; its report of the year is there all the same. */
function untold(year: number): Point {
  return { year, value: null, reason: "not_stated", reviewed: true, evidence: null }
}
