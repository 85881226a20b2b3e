import type { ReactNode } from "react"
import type { Locale } from "@/catalogue/messages/messages"
import { type MetricCode, metricGroups, metricOf } from "@/catalogue/metric"
import { metrics } from "@/catalogue/metrics"
import { translate } from "@/catalogue/translate"
import { metricName } from "@/components/charts/frame"
import { textSize, textWidth } from "@/components/charts/ink"
import { KeptState } from "@/components/explore/kept-state"
import { LaterDay, LaterSelect } from "@/components/explore/later-select"
import { acrossOf, type ExploreData, seriesOf } from "@/statistics/explore-data"
import type { ExploreState } from "@/statistics/explore-state"
import { mayBePer, perBases, perNames } from "@/statistics/per-base"

type Props = { locale: Locale; state: ExploreState; data: ExploreData }

/** What the view shows, as a plain form of the address: works without a script, and at once with one. Only the questions that
 * the view has are asked. */
export function ExploreControls({ locale, state, data }: Props) {
  const t = translate(locale, "explore")
  const metric = metricOf(state.metric)
  const focus = data.towns.find(({ code }) => code === state.focus)
  const wide = (town: { name: string }) => textWidth(town.name, textSize.small)
  const widest = [...data.towns].sort((a, b) => wide(b) - wide(a))[0]
  const layouts = layoutsOf(state)
  const isScatter = state.view === "scatter"
  const hasAxis = state.view === "multiples" && state.mode !== "town"
  const allowed = perNames.filter((per) => mayBePer(metric, per))
  const asked = [
    "metric",
    "focus",
    "per",
    "mode",
    "axis",
    "shape",
    "asof",
    ...(isScatter ? (["against"] as const) : []),
  ] as const
  return (
    <form
      method="get"
      action="/explore"
      autoComplete="off"
      className="no-print flex flex-wrap items-end gap-3"
    >
      <KeptState state={state} except={asked} />
      <Field label={t("metric")} isWide>
        <MetricSelect name="metric" locale={locale} value={state.metric} />
      </Field>
      {isScatter ? (
        <Field label={t("against")} isWide>
          <MetricSelect name="against" locale={locale} value={acrossOf(state)} />
        </Field>
      ) : null}
      {!isScatter && allowed.length > 0 && state.mode === "towns" ? (
        <Field label={t("per")} isExtra>
          <select name="per" defaultValue={state.per} className="field w-full">
            <option value="none">{t("perOption.none")}</option>
            {allowed.map((per) => {
              const name = t(`perOption.${per}`)
              const isThere = seriesOf(data, perBases[per].metric).some(({ points }) =>
                points.some(({ value }) => value !== null),
              )
              return (
                <option key={per} value={per} disabled={!isThere}>
                  {isThere ? name : t("perUnavailable", { name })}
                </option>
              )
            })}
          </select>
        </Field>
      ) : null}
      {layouts.length > 0 ? (
        <Field label={t("mode")}>
          <select name="mode" defaultValue={state.mode} className="field w-full">
            {layouts.map(({ mode, key }) => (
              <option key={mode} value={mode}>
                {t(key)}
              </option>
            ))}
          </select>
        </Field>
      ) : null}
      {state.view === "change" ? (
        <Field label={t("shape")}>
          <select name="shape" defaultValue={state.shape} className="field w-full">
            <option value="dumbbell">{t("shapes.dumbbell")}</option>
            <option value="slope">{t("shapes.slope")}</option>
          </select>
        </Field>
      ) : null}
      {hasAxis ? (
        <Field label={t("axis")}>
          <select name="axis" defaultValue={state.axis} className="field w-full">
            <option value="shared">{t("axes.shared")}</option>
            <option value="own">{t("axes.own")}</option>
          </select>
        </Field>
      ) : null}
      <Field label={t("focus")}>
        <LaterSelect
          name="focus"
          chosen={{ value: focus ? String(focus.code) : "", words: focus?.name ?? t("noFocus") }}
          {...(widest ? { widest: { value: String(widest.code), words: widest.name } } : {})}
        >
          <option value="">{t("noFocus")}</option>
          {data.towns.map((town) => (
            <option key={town.code} value={town.code}>
              {town.name}
            </option>
          ))}
        </LaterSelect>
      </Field>
      <Field label={t("asOf")} isExtra>
        <LaterDay name="asof" value={state.asof ?? ""} />
      </Field>
      <noscript>
        <button type="submit" className="button button-main">
          {t("show")}
        </button>
      </noscript>
    </form>
  )
}

/** The ways to lay out heat and small multiples; none for the other views. */
function layoutsOf({ view }: ExploreState) {
  if (view === "heat") {
    return [
      { mode: "towns", key: "modes.heat.towns" },
      { mode: "metrics", key: "modes.heat.metrics" },
      { mode: "town", key: "modes.heat.town" },
    ] as const
  }
  if (view !== "multiples") return []
  return [
    { mode: "towns", key: "modes.multiples.towns" },
    { mode: "town", key: "modes.multiples.town" },
  ] as const
}

function Field({
  label,
  isWide = false,
  isExtra = false,
  children,
}: {
  label: string
  isWide?: boolean
  /** Not offered in 长者模式. */
  isExtra?: boolean
  children: ReactNode
}) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child
    <label
      className={`grid min-w-0 gap-1 text-sm text-ink-2 ${isWide ? "w-full sm:w-auto sm:flex-1" : ""} ${isExtra ? "elder:hidden" : ""}`}
    >
      {label}
      {children}
    </label>
  )
}

type MetricSelectProps = { name: string; locale: Locale; value: MetricCode }

function MetricSelect({ name, locale, value }: MetricSelectProps) {
  const status = translate(locale, "status")
  return (
    <LaterSelect name={name} chosen={{ value, words: metricName(metricOf(value), locale) }}>
      {metricGroups.map((group) => (
        <optgroup key={group} label={status(`group.${group}`)}>
          {metrics
            .filter((metric) => metric.group === group)
            .map((metric) => (
              <option key={metric.code} value={metric.code}>
                {metricName(metricOf(metric.code), locale)}
              </option>
            ))}
        </optgroup>
      ))}
    </LaterSelect>
  )
}
