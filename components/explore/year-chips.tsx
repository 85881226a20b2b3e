import type { Locale } from "@/catalogue/messages/messages"
import { translate } from "@/catalogue/translate"
import { type ExploreState, exploreHref } from "@/statistics/explore-state"
import { showsOneYear, withYears, yearsShown } from "@/statistics/explore-years"
import type { YearRange } from "@/statistics/year-range"

export type YearChip = { year: number; isEmpty: boolean; label: string }
type Props = { locale: Locale; state: ExploreState; held: YearRange; chips: readonly YearChip[] }

/** The years as chips, each a link to that year alone; `follow-years` makes ranges of them. A year without figures is struck
 * out. */
export function YearChips({ locale, state, held, chips }: Props) {
  const t = translate(locale, "explore")
  const shown = yearsShown(state, held)
  const isAll = shown.from === held.from && shown.to === held.to
  return (
    <nav
      aria-label={t("years")}
      title={t("yearsHelp")}
      className="no-print flex touch-pan-y flex-wrap gap-1 select-none"
      data-years={`${held.from}..${held.to}`}
    >
      {chips.map(({ year, isEmpty, label }) => {
        const isIn = year >= shown.from && year <= shown.to
        return (
          <a
            key={year}
            data-year={year}
            data-replace=""
            href={exploreHref(withYears(state, year, year, held))}
            draggable={false}
            aria-current={isIn ? "true" : undefined}
            aria-label={label}
            className={`button ${isIn ? "button-chosen" : ""} ${isEmpty ? "line-through opacity-60" : ""}`}
          >
            {year}
          </a>
        )
      })}
      {showsOneYear(state) ? null : (
        <a
          href={exploreHref({ ...state, from: "earliest", to: "latest" })}
          data-replace=""
          aria-current={isAll ? "true" : undefined}
          className="button"
        >
          {t("allYears")}
        </a>
      )}
    </nav>
  )
}
