import { translate } from "@/catalogue/translate"
import type { Cell } from "@/components/charts/cell"
import type { StillState } from "@/components/charts/cells-of-view"

/** A table before it is drawn: a cell of the chart, or words where no single cell stands behind them. */
export type TableModel = {
  head: string
  columns: readonly string[]
  rows: readonly { key: string; name: string; cells: readonly (Cell | string)[] }[]
}

/** The same figures as the view, as rows and columns. */
export function tableOf(view: StillState): TableModel {
  const t = translate(view.locale, "explore")
  const town = translate(view.locale, "chart")("table.town")
  if (view.view === "change") {
    return {
      head: town,
      columns: [view.fromLabel, view.toLabel, t("change.column")],
      rows: [
        ...view.rows.map((row) => ({
          key: String(row.townCode),
          name: row.town,
          cells: [row.from, row.to, row.verdict === null ? row.text : `${row.text} ${row.verdict}`],
        })),
        ...view.holes.map((hole) => ({
          key: String(hole.townCode),
          name: hole.town,
          cells: [hole.from, hole.to, hole.words],
        })),
      ],
    }
  }
  if (view.view === "heat") {
    return {
      head: view.head,
      columns: view.columns.map((column) => column.full),
      rows: view.rows.map((row) => ({
        key: row.key,
        name: row.unit === null ? row.label : `${row.label} ${row.unit}`,
        cells: row.cells.map(({ cell }) => cell),
      })),
    }
  }
  if (view.view === "multiples") {
    return {
      head: view.panels[0]?.hint === null ? town : translate(view.locale, "ui")("town.metric"),
      columns: view.years.map((year) => year.label),
      rows: view.panels.map((panel) => ({
        key: panel.key,
        name: panel.hint === null ? panel.title : `${panel.title} ${panel.hint}`,
        cells: panel.cells,
      })),
    }
  }
  return {
    head: town,
    columns: [view.yName.replace("↑ ", ""), view.xName.replace(" →", "").replace("→", "")],
    rows: [
      ...view.points.map((point) => ({
        key: String(point.townCode),
        name: point.town,
        cells: [point.y, point.x],
      })),
      ...view.holes.map((hole) => ({
        key: String(hole.townCode),
        name: hole.town,
        cells: [hole.y, hole.x],
      })),
    ],
  }
}
