import Link from "next/link"
import { formatFigure } from "@/catalogue/format"
import type { Locale } from "@/catalogue/messages/messages"
import { metricOf } from "@/catalogue/metric"
import type { County } from "@/catalogue/town"
import { translate } from "@/catalogue/translate"
import type { OverviewData } from "@/components/overview/overview"
import { TotalSpark } from "@/components/overview/total-spark"
import type { Total } from "@/statistics/total"

type Props = { locale: Locale; headline: OverviewData["headlines"][number]; year: number; county: County }

/** One headline metric: the county's total, how many towns it rests on, last year's total beside it. */
export function HeadlineCard({ locale, headline, year, county }: Props) {
  const t = translate(locale, "ui")
  const metric = metricOf(headline.metric)
  const { total, history } = headline
  const before = history.find((entry) => entry.year === year - 1)?.total
  const figure = ({ value, exactness }: Total) =>
    value === null ? null : formatFigure({ value, exactness }, metric, locale)
  const coverage = total.counted === total.asked ? "overview.coverageAll" : "overview.coverage"
  return (
    <Link
      href={`/explore?metric=${metric.code}&county=${county.code}&years=${year}..${year}&view=bar`}
      prefetch={false}
      className="sheet block text-ink no-underline hover:border-ink-2 hover:no-underline"
    >
      <h3 className="text-sm text-ink-2">{locale === "zh" ? metric.nameZh : metric.nameEn}</h3>
      <div className="mt-1 flex items-end justify-between gap-2">
        <p className="text-xl font-semibold">{figure(total) ?? "—"}</p>
        <TotalSpark history={history} year={year} />
      </div>
      <p className="mt-1 text-sm text-ink-2">
        {total.counted === 0
          ? t("overview.noTotal")
          : t(coverage, { counted: total.counted, asked: total.asked })}
      </p>
      {before && before.value !== null ? (
        <p className="text-sm text-ink-2">
          {t("overview.lastYear", { counted: before.counted, value: figure(before) ?? "" })}
        </p>
      ) : null}
    </Link>
  )
}
