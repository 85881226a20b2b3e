import type { Locale } from "@/catalogue/messages/messages"
import { type MetricCode, metricOf } from "@/catalogue/metric"
import { metrics } from "@/catalogue/metrics"
import { translate } from "@/catalogue/translate"
import { type Action, ActionForm } from "@/components/review/action-form"

/** A town to choose: its code, its name, and the city and county that it lies in. */
export type NamedTown = { code: number; name: string; county: string }

/** What a file does not say and a person has to. */
export type AskedQuestion = {
  asks: readonly ("town" | "year" | "columns")[]
  town: string | null
  choices: readonly NamedTown[]
  columns: readonly { header: string; metric: MetricCode | null }[]
}

type Props = {
  locale: Locale
  towns: readonly { code: number; name: string }[]
  question: AskedQuestion
  action: Action
  fields: Readonly<Record<string, string | number>>
}

/** Asks for the town (of those that the name fits, else of the office's county), the year, or what the columns of a table
 * are. */
export function ImportQuestion({ locale, towns, question, action, fields }: Props) {
  const t = translate(locale, "ui")
  const { asks, choices, columns } = question
  const [asksTown, asksYear] = [asks.includes("town"), asks.includes("year")]
  const listed = choices.length > 0 ? choices : towns.map((one) => ({ ...one, county: "" }))
  return (
    <ActionForm action={action} fields={fields} className="mt-1 grid gap-2">
      <p className="text-warn">{sentence(locale, question)}</p>
      {asks.includes("columns") ? <Columns locale={locale} columns={columns} /> : null}
      <div className="flex flex-wrap items-end gap-2">
        {asksTown ? (
          <label className="grid gap-1 text-sm">
            {t("import.town")}
            <select name="town" required defaultValue="" className="field max-w-full">
              <option value="" disabled>
                {t("import.chooseTown")}
              </option>
              {listed.map(({ code, name, county }) => (
                <option key={code} value={code}>
                  {[county, name].filter(Boolean).join(" ")}
                </option>
              ))}
            </select>
          </label>
        ) : null}
        {asksYear ? (
          <label className="grid gap-1 text-sm">
            {t("import.year")}
            <input name="year" type="number" min={1990} max={2100} required className="field w-28" />
          </label>
        ) : null}
        <button type="submit" className="button button-main">
          {t("import.answer")}
        </button>
        <button type="submit" name="dismiss" value="yes" formNoValidate className="button">
          {t("import.dismiss")}
        </button>
      </div>
    </ActionForm>
  )
}

function sentence(locale: Locale, { asks, town }: AskedQuestion): string {
  const t = translate(locale, "ui")
  if (asks.includes("columns")) return t("import.askColumns")
  if (asks.length > 1) return t("import.askBoth")
  if (asks.includes("year")) return t("import.askYear")
  return town ? t("import.askTownNamed", { town }) : t("import.askTown")
}

/** One choice a column, set to what its head seems to mean; the unit is part of the choice. */
function Columns({ locale, columns }: { locale: Locale; columns: AskedQuestion["columns"] }) {
  const t = translate(locale, "ui")
  const name = (code: MetricCode) => {
    const metric = metricOf(code)
    return locale === "zh" ? `${metric.nameZh}（${metric.unit}）` : metric.nameEn
  }
  return (
    <table className="grid-table max-w-3xl">
      <thead>
        <tr>
          <th scope="col">{t("import.column")}</th>
          <th scope="col">{t("import.metric")}</th>
        </tr>
      </thead>
      <tbody>
        {columns.map(({ header, metric }) => (
          <tr key={header}>
            <th scope="row">{header}</th>
            <td>
              <input type="hidden" name="header" value={header} />
              <select name="metric" defaultValue={metric ?? ""} aria-label={header} className="field w-full">
                <option value="">{t("import.skipColumn")}</option>
                {metrics.map(({ code }) => (
                  <option key={code} value={code}>
                    {name(code)}
                  </option>
                ))}
              </select>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
