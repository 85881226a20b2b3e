import Link from "next/link"
import type { Locale } from "@/catalogue/messages/messages"
import { countyName } from "@/catalogue/place-name"
import type { County } from "@/catalogue/town"
import { translate } from "@/catalogue/translate"
import { SearchBox } from "@/components/explore/search-box"
import { HeadlineCard } from "@/components/overview/headline-card"
import type { OverviewData } from "@/components/overview/overview"
import { StandOuts } from "@/components/overview/stand-outs"
import { TownReports } from "@/components/overview/town-reports"
import { WorkList } from "@/components/overview/work-list"

type Props = {
  locale: Locale
  county: County
  choices: readonly { county: County; reports: number }[]
  overview: OverviewData
}

/** A county's year at a glance: the answer in the heading, totals with what they rest on, what needs a person. */
export function OverviewPage({ locale, county, choices, overview }: Props) {
  const t = translate(locale, "ui")
  const { year, years, towns, headlines } = overview
  const held = towns.filter((row) => row.held !== null).length
  const chip = (active: boolean) => `button ${active ? "button-chosen" : ""}`
  return (
    <>
      <h1 className="text-xl font-semibold">
        {t("overview.title", { year: String(year), asked: towns.length, held })}
      </h1>
      <div className="mt-3">
        <SearchBox locale={locale} />
      </div>
      <div className="no-print mt-3 flex flex-wrap gap-4">
        <nav aria-label={t("overview.year")} className="flex flex-wrap gap-1">
          {years.map((of) => (
            <Link
              key={of}
              prefetch={false}
              className={chip(of === year)}
              href={`/?county=${county.code}&year=${of}`}
              aria-current={of === year ? "page" : undefined}
            >
              {of}
            </Link>
          ))}
        </nav>
        {choices.length > 1 ? (
          <nav aria-label={t("overview.county")} className="flex flex-wrap gap-1">
            {choices.map(({ county: other }) => (
              <Link
                key={other.code}
                prefetch={false}
                className={chip(other.code === county.code)}
                href={`/?county=${other.code}`}
                aria-current={other.code === county.code ? "page" : undefined}
              >
                {other.name}
              </Link>
            ))}
          </nav>
        ) : null}
      </div>
      <section className="mt-6">
        <h2 className="text-lg font-semibold">
          {t("overview.totals", { county: countyName(county.code, locale) })}
        </h2>
        <p className="text-sm text-ink-2">{`${t("overview.totalsNote")}${t("overview.partial")}`}</p>
        <div className="mt-3 grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
          {headlines.map((headline) => (
            <HeadlineCard
              key={headline.metric}
              locale={locale}
              headline={headline}
              year={year}
              county={county}
            />
          ))}
        </div>
      </section>
      <StandOuts {...{ locale, county, overview }} />
      <div className={overview.works ? "mt-8 grid gap-8 lg:grid-cols-[1fr_2fr]" : "mt-8"}>
        {overview.works ? <WorkList locale={locale} overview={overview} /> : null}
        <TownReports locale={locale} overview={overview} />
      </div>
    </>
  )
}
