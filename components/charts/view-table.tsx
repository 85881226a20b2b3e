import { noValue } from "@/catalogue/format"
import type { Cell } from "@/components/charts/cell"
import type { StillState } from "@/components/charts/cells-of-view"
import { tableOf } from "@/components/charts/table-of-view"

/** The figures of a view as a table: every cell opens its sentence, every empty one says why. */
export function ViewTable({ view }: { view: StillState }) {
  const { head, columns, rows } = tableOf(view)
  return (
    <div className="overflow-x-auto">
      <table className="grid-table text-sm">
        <caption className="sr-only">{view.summary}</caption>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            {columns.map((column) => (
              <th key={column} scope="col" className="figure">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row" className="whitespace-nowrap">
                {row.name}
              </th>
              {row.cells.map((cell, index) => (
                <td key={columns[index]} className="figure">
                  {typeof cell === "string" ? cell : <CellFigure cell={cell} />}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** A cell's figure with the marks of its status, linked to its sentence; `—` and the short reason where there is none. */
export function CellFigure({ cell }: { cell: Cell }) {
  const glyphs = cell.value === null ? [] : cell.glyphs
  const text = cell.value === null ? `${noValue} ${cell.short}` : cell.text + glyphs.join("")
  const tone = cell.value === null ? "text-ink-2" : cell.reviewed ? "text-ink" : "text-ink-2 italic"
  if (cell.href === null) {
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
