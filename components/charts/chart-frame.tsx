import type { ReactNode } from "react"
import type { Locale } from "@/catalogue/messages/messages"
import { translate } from "@/catalogue/translate"
import type { Frame } from "@/components/charts/frame"
import { LegendSign } from "@/components/charts/legend-sign"

type ChartFrameProps = { frame: Frame; locale: Locale; table: ReactNode; children: ReactNode }

/** What surrounds a chart: heading, unit, coverage, the legend of the marks that occur, the gaps in words, the source, and
 * the same figures as a table. */
export function ChartFrame({ frame, locale, table, children }: ChartFrameProps) {
  const t = translate(locale, "chart")
  const words = [...frame.gaps, ...frame.notes]
  return (
    <figure className="@container m-0">
      <figcaption>
        <h2 className="text-lg font-semibold">{frame.title}</h2>
        <p className="text-sm text-ink-2">
          {frame.unit}
          <span aria-hidden="true"> · </span>
          {frame.coverage}
        </p>
      </figcaption>
      <div className={`mt-4 ${table === null ? "" : "drawing"}`}>{children}</div>
      {frame.legend.length > 0 && (
        <ul aria-label={t("legend.title")} className="mt-4 flex flex-wrap gap-x-6 gap-y-2 text-sm text-ink-2">
          {frame.legend.map((mark) => (
            <li key={mark.words} className="flex items-center gap-2">
              <LegendSign mark={mark} />
              {mark.words}
            </li>
          ))}
        </ul>
      )}
      {words.length > 0 && (
        <ul aria-label={t("gaps")} className="mt-4 text-sm text-ink-2">
          {words.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <p className="mt-4 text-sm text-ink-2">{frame.source}</p>
      {table === null ? null : (
        <details className="mt-2">
          <summary className="disclosure inline-flex min-h-11 cursor-pointer items-center text-sm text-accent">
            {t("table.caption")}
          </summary>
          {table}
        </details>
      )}
    </figure>
  )
}
