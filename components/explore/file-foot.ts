import { formatDate, formatYears } from "@/catalogue/format"
import type { Locale } from "@/catalogue/messages/messages"
import { translate } from "@/catalogue/translate"
import type { ExploreData } from "@/statistics/explore-data"
import type { ExploreState } from "@/statistics/explore-state"
import { yearsShown } from "@/statistics/explore-years"
import { isTownGroup, pickTowns } from "@/statistics/town-set"

/** More towns than this are counted, not named. */
const mostNamed = 8

/** What a file says of itself at its foot: whose figures of which towns and years, when it was made, that it is invented. */
export function fileFoot(
  state: ExploreState,
  data: ExploreData,
  made: { day: string; isDemonstration: boolean },
  locale: Locale,
): readonly string[] {
  const t = translate(locale, "explore")
  const { from, to } = yearsShown(state, data.held)
  const filters = t("file.filters", {
    county: data.county.name,
    towns: townWords(state, data, locale),
    years: formatYears(from, to, locale),
  })
  const date = t("file.made", { date: formatDate(made.day, locale) })
  return [filters, date, ...(made.isDemonstration ? [t("file.demo")] : [])]
}

function townWords(state: ExploreState, { towns }: ExploreData, locale: Locale): string {
  const t = translate(locale, "explore")
  const open = locale === "zh" ? "" : ", "
  if (state.towns.length === 0) return open + t("towns.all")
  const chosen = pickTowns(state.towns, towns)
  const isGroups = state.towns.every((pick) => typeof pick === "string" && isTownGroup(pick))
  const names = isGroups
    ? state.towns.map((pick) => t(`towns.group.${pick as "town"}`))
    : chosen.map(({ name }) => name)
  if (names.length > mostNamed) return open + t("towns.chosen", { count: chosen.length })
  return open + names.join(translate(locale, "chart")("separator"))
}

/** A title as the name of a file, without what file systems refuse. */
export function fileName(title: string): string {
  return title.replace(/[\\/:*?"<>|\s]+/g, " ").trim()
}
