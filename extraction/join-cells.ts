import type { Line } from "@/extraction/classify-lines"
import { lineMarks } from "@/extraction/line-marks"

const longestCell = 18
const mostColumns = 9
const fewestFigures = 3
const figure = /^(?:\d[\d,.]*(?:%|万|余|[件份起宗个次场人名家户条]|万元|元|人次|场次|户次)?|-|--|\/|—)$/
const { fullStop, semicolon, pause, question } = lineMarks
const inSentences = fullStop | semicolon | pause | question

const isFigure = (line: Line | undefined) => line !== undefined && figure.test(line.words)
const isLabel = (line: Line | undefined) => line !== undefined && !figure.test(line.words)

/** A row of `columns` cells from `first`: a label and figures beside it. */
function isRow(cells: readonly Line[], first: number, columns: number): boolean {
  if (first + columns > cells.length || !isLabel(cells[first])) return false
  for (let i = 1; i < columns; i += 1) if (!isFigure(cells[first + i])) return false
  return true
}

/** The table in a run of short lines: where its header begins, how many columns and rows it has. */
function tableIn(cells: readonly Line[]): { first: number; columns: number; rows: number } | null {
  for (let columns = 2; columns <= mostColumns; columns += 1) {
    for (let first = 0; first + 2 * columns <= cells.length; first += 1) {
      const header = cells.slice(first, first + columns)
      if (!header.every(isLabel)) continue
      let rows = 0
      while (isRow(cells, first + columns * (rows + 1), columns)) rows += 1
      if (rows >= 2 && rows * (columns - 1) >= fewestFigures) return { first, columns, rows }
    }
  }
  return null
}

/** Finds tables that a page's text gives with one cell a line (事项, 数量(件), 行政合同, 67, …) and marks which lines go on
 * to the next cell of their row. Lines are changed in place. */
export function joinCells(lines: readonly Line[]): void {
  let run: Line[] = []
  const close = () => {
    const table = run.length >= 6 && run.filter(isFigure).length >= fewestFigures ? tableIn(run) : null
    if (table) {
      for (let i = 0; i < table.columns * (table.rows + 1); i += 1) {
        const cell = run[table.first + i]
        if (!cell) continue
        cell.kind = "table"
        cell.goesOn = (i + 1) % table.columns !== 0
      }
    }
    run = []
  }
  for (const line of lines) {
    if (line.kind === "blank") continue
    const isCell =
      line.kind !== "furniture" && line.words.length <= longestCell && (line.has & inSentences) === 0
    if (isCell) run.push(line)
    else close()
  }
  close()
}
