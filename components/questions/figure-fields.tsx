import { formatUnit } from "@/catalogue/format"
import type { Locale } from "@/catalogue/messages/messages"
import { type MetricCode, metricOf } from "@/catalogue/metric"
import { translate } from "@/catalogue/translate"

type Props = { locale: Locale; metric: MetricCode; required?: boolean }

/** A figure in the unit that people write it in, and where it comes from. */
export function FigureFields({ locale, metric: code, required = false }: Props) {
  const t = translate(locale, "question")
  const metric = metricOf(code)
  const isAmount = metric.kind === "amount"
  return (
    <>
      <input type="hidden" name="scale" value={isAmount ? 10_000 : 1} />
      <label className="grid gap-1">
        {t("answer.value", { unit: formatUnit(metric, isAmount ? "zh" : locale) })}
        <input
          className="field w-full max-w-48"
          name="value"
          inputMode="decimal"
          autoComplete="off"
          required={required}
        />
      </label>
      <label className="grid gap-1">
        {t("answer.source")}
        <input className="field w-full" name="source" maxLength={500} required={required} />
      </label>
    </>
  )
}
