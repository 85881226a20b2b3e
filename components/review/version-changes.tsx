import type { Locale } from "@/catalogue/messages/messages"
import { metricOf } from "@/catalogue/metric"
import { translate } from "@/catalogue/translate"
import type { VersionChange } from "@/components/review/report"

type Props = { locale: Locale; counting: number; changes: readonly VersionChange[] }

/** What is read otherwise in this version than in the one that counts. */
export function VersionChanges({ locale, counting, changes }: Props) {
  const t = translate(locale, "review")
  const status = translate(locale, "status")
  if (changes.length === 0) return <p>{t("noChanges", { version: counting })}</p>
  return (
    <details open={changes.length <= 12} className="mt-1">
      <summary className="min-h-10 cursor-pointer py-2">
        {t("changes", { version: counting, count: changes.length })}
      </summary>
      <ul className="grid gap-1">
        {changes.map(({ metric, kind, change, before, after }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
          <li key={index} data-change={change}>
            <span className="mr-2 font-medium">{t(`change.${change}`)}</span>
            {locale === "zh" ? metricOf(metric).nameZh : metricOf(metric).nameEn}
            {kind === "result" ? null : (
              <span className="ml-1 text-sm text-ink-2">{status(`kind.${kind}`)}</span>
            )}
            <span className="ml-2">
              {before && after
                ? t("changedFrom", { before: before.quote, after: after.quote })
                : (before ?? after)?.quote}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
