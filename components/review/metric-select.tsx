import type { Locale } from "@/catalogue/messages/messages"
import { type MetricGroup, metricGroups } from "@/catalogue/metric"
import { metrics } from "@/catalogue/metrics"
import { translate } from "@/catalogue/translate"

/** Every metric of the catalogue by its group, to choose one. */
export function MetricSelect({ locale }: { locale: Locale }) {
  const t = translate(locale, "review")
  const status = translate(locale, "status")
  const ofGroup = (group: MetricGroup) => metrics.filter((metric) => metric.group === group)
  return (
    <label className="grid gap-1">
      {t("metric")}
      <select className="field w-full" name="metric" required defaultValue="">
        <option value="">{t("chooseMetric")}</option>
        {metricGroups.map((group) => (
          <optgroup key={group} label={status(`group.${group}`)}>
            {ofGroup(group).map((metric) => (
              <option key={metric.code} value={metric.code}>
                {locale === "zh" ? metric.nameZh : metric.nameEn}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </label>
  )
}
