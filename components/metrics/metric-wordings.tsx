import Link from "next/link"
import { formatYear } from "@/catalogue/format"
import type { Locale } from "@/catalogue/messages/messages"
import { translate } from "@/catalogue/translate"
import { gatherWordings } from "@/statistics/gather-wordings"
import type { Series } from "@/statistics/series"

type Props = { locale: Locale; series: readonly Series[]; names: ReadonlyMap<number, string> }

/** More wordings than this are counted, not listed. */
const most = 12

/** How the reports themselves word the metric, the figure left out, each with one place where it stands so. */
export function MetricWordings({ locale, series, names }: Props) {
  const t = translate(locale, "ui")
  const wordings = gatherWordings(series)
  if (wordings.length === 0) return null
  const others = wordings.length - most
  return (
    <section className="mt-8">
      <h2 className="text-lg font-semibold">{t("metric.wordings")}</h2>
      <ul className="mt-2 grid list-none gap-x-8 p-0 md:grid-cols-2">
        {wordings.slice(0, most).map(({ words, count, townCode, year, start }) => (
          <li key={words} className="flex min-h-10 items-center gap-3 border-b border-line">
            <q lang="zh-CN" className="min-w-0 break-words">
              {words}
            </q>
            <Link
              href={`/reports/${townCode}/${year}#p${start}`}
              prefetch={false}
              className="ml-auto shrink-0 text-sm"
              aria-label={t("metric.wordingPlace", {
                words,
                town: names.get(townCode) ?? "",
                year: formatYear(year, locale),
              })}
            >
              {t("metric.wordingCount", { count })}
            </Link>
          </li>
        ))}
      </ul>
      {others > 0 ? (
        <p className="mt-1 text-sm text-ink-2">{t("metric.wordingsMore", { count: others })}</p>
      ) : null}
    </section>
  )
}
