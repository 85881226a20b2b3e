import { noValue } from "@/catalogue/format"
import { translate } from "@/catalogue/translate"
import type { BarState } from "@/components/charts/bar"
import type { Cell } from "@/components/charts/cell"
import type { LineState } from "@/components/charts/line"

/** The figures of a chart as a table, every empty cell with its reason in words: what screen readers, print and browsers
 * without script get. Lines become rows with a column a year; bars become rows with their status. */
export function ChartTable({ state }: { state: LineState | BarState }) {
  const t = translate(state.locale, "chart")
  const columns =
    state.view === "line" ? state.years.map((year) => year.label) : [t("table.value", { unit: state.unit })]
  const rows = state.view === "line" ? lineRows(state) : barRows(state)
  return (
    <div className="overflow-x-auto">
      <table className="w-full border-collapse text-sm tabular-nums">
        <caption className="sr-only">{state.summary}</caption>
        <thead>
          <tr className="border-b border-ink-2 text-right">
            <th scope="col" className="h-10 pr-4 text-left font-semibold">
              {t("table.town")}
            </th>
            {columns.map((column) => (
              <th key={column} scope="col" className="px-2 font-semibold whitespace-nowrap">
                {column}
              </th>
            ))}
            {state.view === "bar" && (
              <th scope="col" className="px-2 text-left font-semibold">
                {t("table.status")}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.town} className="border-b border-line text-right">
              <th scope="row" className="h-10 pr-4 text-left font-normal whitespace-nowrap">
                {row.town}
              </th>
              {row.cells.map((cell) => (
                <td key={cell.key} className="px-2 whitespace-nowrap">
                  <CellText cell={cell} />
                </td>
              ))}
              {row.status !== null && <td className="px-2 text-left">{row.status}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

type Row = { town: string; cells: readonly Cell[]; status: string | null }

function lineRows({ lines }: LineState): readonly Row[] {
  const rows = lines.map(({ town, townCode, cells }) => ({ town, townCode, cells, status: null }))
  return rows.sort((a, b) => a.townCode - b.townCode)
}

function barRows({ bars, holes, locale }: BarState): readonly Row[] {
  const separator = translate(locale, "chart")("separator")
  return [
    ...bars.map(({ mark }) => ({ town: mark.town, cells: [mark], status: mark.status.join(separator) })),
    ...holes.map((hole) => ({ town: hole.town, cells: [hole], status: hole.words })),
  ]
}

function CellText({ cell }: { cell: Cell }) {
  const text = cell.value === null ? noValue : cell.text + cell.glyphs.join("")
  const shown = cell.href ? (
    <a href={cell.href} aria-label={cell.label} className="text-inherit underline decoration-line">
      {text}
    </a>
  ) : (
    text
  )
  return (
    <span className={cell.value === null || !cell.reviewed ? "text-ink-2" : ""} title={cell.label}>
      {shown}
      {cell.value === null && <span className="ml-1">{cell.short}</span>}
    </span>
  )
}
