import Link from "next/link"
import { formatYear } from "@/catalogue/format"
import type { Locale } from "@/catalogue/messages/messages"
import { type MetricCode, metricOf } from "@/catalogue/metric"
import type { Town } from "@/catalogue/town"
import { translate } from "@/catalogue/translate"
import { metricName } from "@/components/charts/frame"
import { type Answer, answerOf } from "@/components/explore/answer-words"
import { buildView } from "@/components/explore/build-view"
import { SearchBox } from "@/components/explore/search-box"
import { ViewChart } from "@/components/explore/view-chart"
import { type ExploreData, seriesOf } from "@/statistics/explore-data"
import { type ExploreState, exploreHref } from "@/statistics/explore-state"

type Props = {
  locale: Locale
  query: string
  /** What was understood; `state` draws the likeliest metric, null where none was named. */
  found: { towns: readonly Town[]; metrics: readonly MetricCode[]; year: number | null }
  state: ExploreState | null
  data: ExploreData
}

/** Answers a question on one page: the figure and its words if a town was named, the metric's chart, and what else was meant. */
export function SearchPage({ locale, query, found, state, data }: Props) {
  const t = translate(locale, "explore")
  const { towns, metrics, year } = found
  const shown = year !== null && year >= data.held.from && year <= data.held.to ? year : data.held.to
  const answers = state
    ? towns.flatMap(({ code, name }) =>
        seriesOf(data, state.metric)
          .filter(({ townCode }) => townCode === code)
          .flatMap((one) => answerOf(one, name, shown, locale) ?? []),
      )
    : []
  const isEmpty = towns.length + metrics.length === 0
  const others = metrics.filter((code) => code !== state?.metric)
  return (
    <>
      <h1 className="text-xl font-semibold">
        {query === "" ? t("search.titleEmpty") : t("search.title", { query })}
      </h1>
      <div className="mt-3">
        <SearchBox locale={locale} query={query} />
      </div>
      {isEmpty ? (
        <p className="mt-4 text-ink-2">
          {query === "" ? t("search.words") : t("search.none", { query, town: data.towns[0]?.name ?? "" })}
        </p>
      ) : null}
      {year !== null && year !== shown ? (
        <p className="mt-4 text-ink-2">
          {t("search.noSuchYear", { year: formatYear(year, locale), shown: formatYear(shown, locale) })}
        </p>
      ) : null}
      {answers.length > 0 ? (
        <section aria-label={t("search.answers")} className="sheet mt-4 grid gap-4">
          {answers.map((answer) => (
            <AnswerOf key={answer.key} locale={locale} answer={answer} />
          ))}
        </section>
      ) : null}
      {towns.length > 0 ? (
        <p className="mt-4 flex flex-wrap gap-x-4">
          {towns.map(({ code, name }) => (
            <Link
              key={code}
              href={`/towns/${code}`}
              className="inline-flex min-h-10 items-center"
              prefetch={false}
            >
              {t("search.townPage", { town: name })}
            </Link>
          ))}
        </p>
      ) : null}
      {state ? (
        <div className="sheet mt-4">
          <ViewChart locale={locale} view={buildView(state, data, locale)} state={state} />
          <p className="mt-3 flex flex-wrap gap-x-4 border-t border-line pt-2 text-sm">
            {(["line", "bar", "change", "table"] as const).map((view) => (
              <Link
                key={view}
                href={exploreHref({ ...state, view, from: "earliest", to: "latest" })}
                prefetch={false}
                className="inline-flex min-h-10 items-center"
              >
                {t(`view.${view}`)}
              </Link>
            ))}
          </p>
        </div>
      ) : null}
      {others.length > 0 ? (
        <section className="mt-6">
          <h2 className="text-lg font-semibold">{t("search.metrics")}</h2>
          <ul className="mt-1 flex list-none flex-wrap gap-x-6 p-0">
            {others.map((code) => (
              <li key={code}>
                <Link
                  href={exploreHref({ ...(state as ExploreState), metric: code })}
                  prefetch={false}
                  className="inline-flex min-h-10 items-center"
                >
                  {metricName(metricOf(code), locale)}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  )
}

function AnswerOf({ locale, answer }: { locale: Locale; answer: Answer }) {
  const { words, before, cell } = answer
  return (
    <div>
      <p className="text-lg font-semibold">{words}</p>
      {before === null ? null : <p className="text-ink-2">{before}</p>}
      {cell.quote === null ? null : (
        <p className="mt-1">
          <q>{cell.quote}</q>{" "}
          {cell.href === null ? null : (
            <Link href={cell.href} prefetch={false} className="inline-flex min-h-8 items-center text-sm">
              {translate(locale, "explore")("search.sentence")}
            </Link>
          )}
        </p>
      )}
    </div>
  )
}
