import type { Locale } from "@/catalogue/messages/messages"
import { metricGroups } from "@/catalogue/metric"
import { metrics } from "@/catalogue/metrics"
import type { County, Town } from "@/catalogue/town"
import { translate } from "@/catalogue/translate"
import { SubmitOnChange } from "@/components/explore/submit-on-change"
import type { ExploreState } from "@/statistics/explore-state"

type Years = { from: number; to: number }
type Props = {
  locale: Locale
  state: ExploreState
  county: County
  towns: readonly Town[]
  held: Years
  years: Years
}

/** What the charts show, as a plain form of the address: works without a script, and at once with one. */
export function ExploreControls({ locale, state, county, towns, held, years }: Props) {
  const t = translate(locale, "ui")
  const status = translate(locale, "status")
  const axis = Array.from({ length: held.to - held.from + 1 }, (_, index) => held.from + index)
  const label = "grid min-w-0 gap-1 text-sm text-ink-2"
  return (
    <form method="get" action="/explore" className="no-print grid gap-3">
      <input type="hidden" name="county" value={county.code} />
      {state.view === "line" ? null : <input type="hidden" name="view" value={state.view} />}
      <div className="flex flex-wrap items-end gap-3">
        <label className={`${label} w-full sm:w-auto sm:flex-1`}>
          {t("explore.metric")}
          <select name="metric" defaultValue={state.metric} key={state.metric} className="field w-full">
            {metricGroups.map((group) => (
              <optgroup key={group} label={status(`group.${group}`)}>
                {metrics
                  .filter((metric) => metric.group === group)
                  .map((metric) => (
                    <option key={metric.code} value={metric.code}>
                      {locale === "zh" ? metric.nameZh : metric.nameEn}
                    </option>
                  ))}
              </optgroup>
            ))}
          </select>
        </label>
        <label className={label}>
          {t("explore.from")}
          <select name="from" defaultValue={years.from} key={`f${years.from}`} className="field">
            <YearOptions axis={axis} />
          </select>
        </label>
        <label className={label}>
          {t("explore.to")}
          <select name="to" defaultValue={years.to} key={`t${years.to}`} className="field">
            <YearOptions axis={axis} />
          </select>
        </label>
        <label className={label}>
          {t("explore.focus")}
          <select name="focus" defaultValue={state.focus ?? ""} key={`h${state.focus}`} className="field">
            <option value="">{t("explore.noFocus")}</option>
            {towns.map((town) => (
              <option key={town.code} value={town.code}>
                {town.name}
              </option>
            ))}
          </select>
        </label>
        <noscript>
          <button type="submit" className="button button-main">
            {t("explore.show")}
          </button>
        </noscript>
      </div>
      <details>
        <summary className="disclosure inline-flex min-h-10 cursor-pointer items-center text-sm">
          {t("explore.towns")} ·{" "}
          {state.towns.length === 0
            ? t("explore.allTowns")
            : t("explore.chosen", { count: state.towns.length })}
        </summary>
        <fieldset className="sheet grid grid-cols-2 gap-x-4 sm:grid-cols-3 lg:grid-cols-5">
          <legend className="sr-only">{t("explore.towns")}</legend>
          {towns.map((town) => (
            <label
              key={`${town.code}${state.towns.includes(town.code)}`}
              className="flex min-h-10 items-center gap-2"
            >
              <input
                type="checkbox"
                name="towns"
                value={town.code}
                defaultChecked={state.towns.includes(town.code)}
                className="size-5 accent-accent"
              />
              {town.name}
            </label>
          ))}
        </fieldset>
      </details>
      <SubmitOnChange />
    </form>
  )
}

function YearOptions({ axis }: { axis: readonly number[] }) {
  return axis.map((year) => (
    <option key={year} value={year}>
      {year}
    </option>
  ))
}
