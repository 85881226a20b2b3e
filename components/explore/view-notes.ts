import { formatYear } from "@/catalogue/format"
import type { Locale } from "@/catalogue/messages/messages"
import { type Metric, metricOf } from "@/catalogue/metric"
import type { Town } from "@/catalogue/town"
import { translate } from "@/catalogue/translate"
import type { ExploreState } from "@/statistics/explore-state"
import type { perSeries } from "@/statistics/per-base"
import { pointsOfYear, type Series } from "@/statistics/series"
import { standTowns } from "@/statistics/standing"

type Borrowed = ReturnType<typeof perSeries>["borrowed"]

/** More towns than this are not named one by one. */
const mostNamed = 6

/** What is divided by, and for whom an earlier year's base had to serve. */
export function perNotes(
  state: ExploreState,
  borrowed: Borrowed,
  names: ReadonlyMap<number, string>,
  locale: Locale,
): readonly string[] {
  if (state.per === "none") return []
  const t = translate(locale, "explore")
  const note = t("perNote", { name: t(`perOption.${state.per}`) })
  if (borrowed.length === 0) return [note]
  const list = borrowed.map(({ townCode, year, from }) =>
    t("perBorrowedOne", {
      town: names.get(townCode) ?? "",
      year: formatYear(year, locale),
      from: formatYear(from, locale),
    }),
  )
  return [note, t("perBorrowed", { list: list.join(translate(locale, "chart")("separator")) })]
}

/** Whose median it is, where it is not everybody's. */
export function compareNote(
  compared: readonly Town[],
  all: readonly Town[],
  locale: Locale,
): readonly string[] {
  if (compared.length === all.length) return []
  const named = compared.slice(0, mostNamed).map(({ name }) => name)
  const names =
    named.join(translate(locale, "chart")("separator")) + (named.length < compared.length ? "…" : "")
  return [translate(locale, "explore")("notes.compare", { names, count: compared.length })]
}

/** How many of the figures drawn nobody has reviewed. */
export function unreviewedNote(series: readonly Series[], locale: Locale): readonly string[] {
  const count = series.flatMap(({ points }) => points).filter((p) => p.value !== null && !p.reviewed).length
  return count === 0 ? [] : [translate(locale, "explore")("notes.unreviewed", { count })]
}

/** Where the focus stands among the comparison set: a place or a third as the catalogue allows, and nothing where it does not. */
export function standingNote(
  metric: Metric,
  compared: readonly Series[],
  year: number,
  focus: { townCode: number; name: string } | null,
  locale: Locale,
): readonly string[] {
  const original = metricOf(metric.code)
  const mayStand = original.rank === "yes" || original.rank === "tier"
  if (!focus || !mayStand || original.polarity === "none") return []
  const standing = standTowns(metric, pointsOfYear(compared, year)).get(focus.townCode)
  const t = translate(locale, "explore")
  if (!standing) return [t("notes.noStanding", { town: focus.name })]
  const { of, asked } = standing
  if (standing.kind === "rank") return [t("notes.rank", { town: focus.name, rank: standing.rank, of, asked })]
  const tier = translate(locale, "status")(`tier.${standing.tier}`)
  return [t("notes.tier", { town: focus.name, tier, of, asked })]
}

/** That town names are spelled by us, where they are. */
export function romanisedNote(locale: Locale): readonly string[] {
  return locale === "en" ? [translate(locale, "explore")("notes.romanised")] : []
}
