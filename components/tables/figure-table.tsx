import { formatUnit } from "@/catalogue/format"
import type { Locale } from "@/catalogue/messages/messages"
import { metricOf } from "@/catalogue/metric"
import { translate } from "@/catalogue/translate"
import { buildCell, type Cell } from "@/components/charts/cell"
import { sentenceHref } from "@/components/tables/sentence-href"
import type { Series } from "@/statistics/series"

export type FigureRow = { series: Series; town: string; name: string; href: string }
type Props = { locale: Locale; head: string; rows: readonly FigureRow[] }

/** Series as rows, years as columns: a figure opens its sentence, an empty cell says why it is empty. */
export function FigureTable({ locale, head, rows }: Props) {
  const years = rows[0]?.series.points.map((point) => point.year) ?? []
  return (
    <div className="mt-2 overflow-x-auto">
      <table className="grid-table">
        <thead>
          <tr>
            <th scope="col" className="sticky left-0 bg-paper">
              {head}
            </th>
            {years.map((year) => (
              <th key={year} scope="col" className="figure">
                {year}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ series, town, name, href }) => {
            const metric = metricOf(series.metric)
            const place = { metric, townCode: series.townCode, town, locale }
            return (
              <tr key={`${series.townCode}/${series.metric}`}>
                <th scope="row" className="sticky left-0 min-w-32 bg-paper">
                  <a href={href} className="underline">
                    {name}
                  </a>
                  <span className="ml-1 text-sm text-ink-2">{formatUnit(metric, locale)}</span>
                </th>
                {series.points.map((point) => (
                  <td key={point.year} className="figure">
                    <Figure
                      cell={buildCell(point, { ...place, href: sentenceHref(series.townCode, point) })}
                    />
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
      {rows.some(({ series }) => series.points.some((point) => !point.reviewed)) ? (
        <p className="mt-1 text-sm text-ink-2">
          <i>{translate(locale, "ui")("town.unreviewed")}</i>
        </p>
      ) : null}
    </div>
  )
}

function Figure({ cell }: { cell: Cell }) {
  const text =
    cell.value === null
      ? cell.short
      : cell.text + cell.glyphs.filter((glyph) => !cell.text.includes(glyph)).join("")
  const tone = cell.value === null ? "text-sm text-ink-2" : cell.reviewed ? "text-ink" : "text-ink-2 italic"
  if (!cell.href) {
    return (
      <span className={tone} title={cell.label}>
        {text}
      </span>
    )
  }
  return (
    <a
      href={cell.href}
      className={`${tone} underline decoration-line`}
      title={cell.quote ?? cell.label}
      aria-label={cell.label}
    >
      {text}
    </a>
  )
}
