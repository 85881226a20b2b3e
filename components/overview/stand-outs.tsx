import Link from "next/link"
import { formatFigure } from "@/catalogue/format"
import type { Locale } from "@/catalogue/messages/messages"
import { metricOf } from "@/catalogue/metric"
import type { County } from "@/catalogue/town"
import { translate } from "@/catalogue/translate"
import { describeChange } from "@/components/charts/change-words"
import { metricName } from "@/components/charts/frame"
import type { OverviewData } from "@/components/overview/overview"
import { sentenceHref } from "@/components/tables/sentence-href"
import { exploreDefaults, exploreHref } from "@/statistics/explore-state"
import type { StandOut } from "@/statistics/stand-out"

type Props = { locale: Locale; county: County; overview: OverviewData }

/** A leader's minute: what changed much, and what is missing, each sentence a link to the cells that it is made of. */
export function StandOuts({ locale, county, overview }: Props) {
  const t = translate(locale, "explore")
  const { year, towns, standOuts } = overview
  const changes = standOuts.filter((one) => one.kind !== "placeholder")
  const blanks = standOuts.filter((one) => one.kind === "placeholder")
  const absent = towns.filter(({ held }) => held === null).map(({ town }) => town)
  const unpublished = towns.filter(({ held }) => held && !held.published).map(({ town }) => town)
  const names = (of: readonly { name: string }[]) =>
    of.map(({ name }) => name).join(translate(locale, "chart")("separator"))
  const list = "mt-2 list-none ruled p-0"
  return (
    <section className="mt-6 grid gap-6 lg:grid-cols-2">
      <div>
        <h2 className="text-lg font-semibold">{t("standOut.title", { year: String(year) })}</h2>
        <p className="text-sm text-ink-2">{t(changes.length === 0 ? "standOut.none" : "standOut.words")}</p>
        <ul className={list}>
          {changes.map((one) => (
            <Sentence key={`${one.kind}/${one.metric}`} {...{ one, locale, county, year, towns }} />
          ))}
        </ul>
      </div>
      <div>
        <h2 className="text-lg font-semibold">{t("standOut.missing")}</h2>
        <p className="mt-1">
          {absent.length === 0
            ? t("standOut.noneMissing", { asked: towns.length })
            : t("standOut.noReport", {
                count: absent.length,
                towns: names(absent),
              })}
        </p>
        {unpublished.length === 0 ? null : (
          <p className="mt-1">
            {t("standOut.unpublished", { count: unpublished.length, towns: names(unpublished) })}
          </p>
        )}
        {blanks.length === 0 ? null : (
          <>
            <p className="mt-2 text-sm text-ink-2">{t("standOut.blank", { count: blanks.length })}</p>
            <ul className={list}>
              {blanks.map((one) => (
                <Sentence key={`${one.metric}/${one.townCode}`} {...{ one, locale, county, year, towns }} />
              ))}
            </ul>
          </>
        )}
      </div>
    </section>
  )
}

type SentenceProps = {
  one: StandOut
  locale: Locale
  county: County
  year: number
  towns: OverviewData["towns"]
}

function Sentence(props: SentenceProps) {
  const { words, href } = sentenceOf(props)
  return (
    <li>
      {href === null ? (
        <span className="flex min-h-10 items-center">{words}</span>
      ) : (
        <Link href={href} prefetch={false} className="flex min-h-10 items-center text-ink">
          {words}
        </Link>
      )}
    </li>
  )
}

function sentenceOf({ one, locale, county, year, towns }: SentenceProps) {
  const t = translate(locale, "explore")
  const metric = metricOf(one.metric)
  const name = metricName(metric, locale)
  if (one.kind === "sum") {
    const figure = ({ value, exactness }: typeof one.from) =>
      formatFigure({ value: value ?? 0, exactness }, metric, locale)
    const words = t("standOut.sum", {
      ...{ metric: name, counted: one.from.counted, from: figure(one.from), to: figure(one.to) },
      change: describeChange(one.change, metric, true, locale).text,
    })
    const years = { from: year - 1, to: year, county: county.code }
    return { words, href: exploreHref({ ...exploreDefaults, metric: one.metric, view: "change", ...years }) }
  }
  const town = towns.find((row) => row.town.code === one.townCode)?.town.name ?? ""
  if (one.kind === "placeholder") {
    const words = t("standOut.placeholder", { town, metric: name })
    return { words, href: sentenceHref(one.townCode, one.point) }
  }
  const change = describeChange(one.change, metric, true, locale).text
  const words = t("standOut.town", {
    town,
    metric: name,
    figure: formatFigure(one.to, metric, locale),
    change,
  })
  return { words, href: sentenceHref(one.townCode, one.to) }
}
