import { type MetricCode, metricOf } from "@/catalogue/metric"
import type { Candidate, Unclaimed } from "@/extraction/candidate"
import { foldText } from "@/extraction/fold-text"
import type { MatchedTable, TableRow } from "@/extraction/match-tables"
import { unitOfHead } from "@/extraction/suggest-metric"

const figure = /^(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(万|亿)?(万元|亿元|元|%|[\u4e00-\u9fff]{0,2})$/
const placeholder = /^(@|x{2,}|\*{2,}|_{2,}|＿{2,})/i
const money: Readonly<Record<string, number>> = { 元: 1, 万元: 1e4, 亿元: 1e8 }
const multiples: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 }

/** The value of a cell in the metric's own unit, money in yuan; null for what is no figure. */
function figureOf(words: string, header: string, metric: MetricCode): number | null {
  const [, whole = "", rest = "", multiple = "", unit = ""] =
    figure.exec(foldText(words).replace(/\s/g, "")) ?? []
  if (whole === "") return null
  const number = Number(whole.replaceAll(",", "") + rest) * (multiples[multiple] ?? 1)
  const own = metricOf(metric).unit
  if (own !== "万元" && own !== "元") return number
  const written = money[unit] ?? money[unitOfHead(header) ?? ""] ?? money[own] ?? 1
  return Math.round(number * written * 100) / 100
}

export type ReadCells = { candidates: readonly Candidate[]; unclaimed: readonly Unclaimed[] }

/** A town's row of a confirmed table as candidates: each cell with its place in the text, its row as the sentence and its
 * column's head as the heading. `metrics` says for each column what it is, null for a column that is not imported. A head
 * that names another year makes its figures that year's. */
export function readCells(
  text: string,
  { columns }: MatchedTable,
  row: TableRow,
  metrics: readonly (MetricCode | null)[],
  year: number,
): ReadCells {
  const candidates: Candidate[] = []
  const unclaimed: Unclaimed[] = []
  for (const [index, cell] of row.cells.entries()) {
    const metric = metrics[index]
    const header = columns[index]?.header ?? ""
    if (!cell || cell.start === cell.end) continue
    const quote = text.slice(cell.start, cell.end)
    const value = metric ? figureOf(quote, header, metric) : null
    const isHole = placeholder.test(quote)
    if (!metric || (value === null && !isHole)) {
      if (/\d/.test(quote)) unclaimed.push({ start: cell.start, end: cell.end, quote })
      continue
    }
    const named = Number(/(?:19|20)\d\d(?=年)/.exec(header)?.[0] ?? year)
    const unit = metricOf(metric).unit
    candidates.push({
      ...{ metric, value, unit: unit === "万元" ? "元" : unit, classifier: unitOfHead(header) },
      ...{ exactness: value === null ? null : "exact", low: null, high: null, scope: null },
      ...{ missing: value === null ? "placeholder" : null, referenceYear: named },
      kind: named === year ? "result" : "other_year",
      evidence: {
        ...{ start: cell.start, end: cell.end, quote, heading: header || null, rule: "cell of a table" },
        sentence: text.slice(row.line.start, row.line.end),
      },
    })
  }
  return { candidates, unclaimed }
}
