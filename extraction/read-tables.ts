import type { Sentence } from "@/extraction/cut-sentences"
import { conceptSet, include } from "@/extraction/lexicon/concept-set"
import { type UnitClass, unitOf } from "@/extraction/numbers/classifiers"
import type { Beside, Moment, Segment } from "@/extraction/segment"
import type { Quantity, Token } from "@/extraction/token"

type Cell = { first: number; last: number; start: number; end: number }
type Row = { cells: readonly Cell[]; sentence: number }

/** Headers that only say what stands below or beside: a table under any other header splits one figure by subject. */
const plainHeader =
  /^(类别|类型|指标|指标名称|项目|统计项目|事项|审查事项|办理事项|统计指标|科目|名称|内容|序号|数量|数值|数据|年度|单位|计量单位|合计|总数|统计|情况|)?(\(.*\))?$/
const unitInWords = /\((?:单位:)?([\u4e00-\u9fff%/]{1,3})\)|单位:([\u4e00-\u9fff%/]{1,3})/
const totalRow = /^(合计|总计|总数|全[镇乡街县市区]|本[镇乡街])/
const reportingBody = /(政府|镇|乡|街道|办事处|局|队|所|办|中心)$/
/** Headers of a column that counts what the table is about. */
const countHeader = /^(合计|总计|总数|数量|件数|次数|宗数|户次|实施|完成|办理)(数|数量|情况)?(\(.*\))?$/
const wordsOfTables = /附?表|统计|一览|情况/

function cellsOf(text: string, tokens: readonly Token[], { first, last, start, end }: Sentence): Cell[] {
  const cells: Cell[] = []
  let from = first
  let at = start
  const close = (upTo: number, until: number) => {
    const blank = text.slice(at, until).trim() === ""
    if (!blank || cells.length > 0) cells.push({ first: from, last: upTo, start: at, end: until })
  }
  for (let i = first; i < last; i += 1) {
    const token = tokens[i]
    if (token?.type !== "stop" || token.content.char !== "|") continue
    close(i, token.start)
    from = i + 1
    at = token.end
  }
  close(last, text[end - 1] === "\n" ? end - 1 : end)
  return cells
}

const figuresIn = (tokens: readonly Token[], { first, last }: Cell) =>
  tokens.slice(first, last).filter((token) => token.type === "quantity").length

function wordsIn(tokens: readonly Token[], cell: Cell): Beside[] {
  const words: Beside[] = []
  for (const token of tokens.slice(cell.first, cell.last).reverse()) {
    if (token.type !== "word") continue
    const { start, end, content } = token
    words.push({ start, end, content, gap: 0, far: words.length * 2 })
  }
  return words
}

function firstFigure(tokens: readonly Token[], { first, last }: Cell): number {
  for (let i = first; i < last; i += 1) if (tokens[i]?.type === "quantity") return i
  return -1
}

/** The years in a header: a column of the year before holds other years' figures. */
function momentsIn(tokens: readonly Token[], cell: Cell): Moment[] {
  const moments: Moment[] = []
  for (const token of tokens.slice(cell.first, cell.last)) {
    if (token.type === "time")
      moments.push({
        own: true,
        parted: false,
        time: token.content,
        mark: null,
        compared: false,
        start: token.start,
      })
    const marks = token.type === "word" ? token.content.marks : []
    for (const mark of ["lastYear", "partYear", "thisYear"] as const) {
      if (marks.includes(mark))
        moments.push({ own: true, parted: false, time: null, mark, compared: false, start: token.start })
    }
  }
  return moments
}

export type TableCell = { segment: Segment; quantity: Quantity }

/** Reads the figures of the tables: each cell's words are its row's and its column's header, its 量词 stands in the cell,
 * in a header or in the caption. A table whose corner names a subject splits a figure and is left alone. */
export function readTables(
  text: string,
  tokens: readonly Token[],
  sentences: readonly Sentence[],
): ReadonlyMap<number, TableCell> {
  const found = new Map<number, TableCell>()
  if (!text.includes("|")) return found
  let block: Row[] = []
  const closeBlock = (next: number) => {
    if (block.length >= 2) readBlock(text, tokens, block, sentences[next - block.length - 1], found)
    block = []
  }
  for (const [number, sentence] of sentences.entries()) {
    const cells = text.slice(sentence.start, sentence.end).includes("|")
      ? cellsOf(text, tokens, sentence)
      : []
    if (cells.length >= 2) block.push({ cells, sentence: number })
    else closeBlock(number)
  }
  closeBlock(sentences.length)
  return found
}

/** Of a table that splits figures by subject, the row of the whole: 合计, or the one of the only body that it lists. */
function wholeRow(body: readonly Row[], wordsOf: (cell: Cell | undefined) => string): Row | null {
  const total = body.find((row) => totalRow.test(wordsOf(row.cells[0])))
  const [only, ...others] = body
  if (total || !only || others.length > 0) return total ?? null
  return reportingBody.test(wordsOf(only.cells[0])) ? only : null
}

function namesThing(tokens: readonly Token[], { first, last }: Cell): boolean {
  return tokens.slice(first, last).some((token) => token.type === "word" && token.content.isThing)
}

function readBlock(
  text: string,
  tokens: readonly Token[],
  rows: readonly Row[],
  above: Sentence | undefined,
  found: Map<number, TableCell>,
) {
  const [head] = rows
  if (!head) return
  const caption = above && wordsOfTables.test(text.slice(above.start, above.end)) ? above : null
  const captionCell = caption
    ? { first: caption.first, last: caption.last, start: caption.start, end: caption.end }
    : null
  const hasHeader = head.cells.every((cell) => figuresIn(tokens, cell) === 0)
  const corner = head.cells[0]
  const wordsOf = (cell: Cell | undefined) => (cell ? text.slice(cell.start, cell.end).trim() : "")
  const bySubject = hasHeader && !plainHeader.test(wordsOf(corner))
  const body = hasHeader ? rows.slice(1) : rows
  const whole = bySubject ? wholeRow(body, wordsOf) : null
  const labelsAbove: Beside[] = []
  let wholeLabel: Cell | null = null
  for (const row of bySubject ? (whole ? [whole] : []) : body) {
    const label = row.cells[0]
    const background = { words: [...labelsAbove], tokens: [], first: 0 }
    if (label) labelsAbove.unshift(...wordsIn(tokens, label))
    const isOfWhole = wordsOf(label).startsWith("其中")
    if (!isOfWhole) wholeLabel = label ?? null
    for (const [column, cell] of row.cells.entries()) {
      if (!label || column === 0 || figuresIn(tokens, cell) !== 1) continue
      const header = hasHeader ? head.cells[column] : undefined
      const counts = bySubject && countHeader.test(wordsOf(header))
      if (bySubject && !counts && !(header && namesThing(tokens, header))) continue
      const named = [
        bySubject ? null : label,
        header,
        counts || totalRow.test(wordsOf(label)) ? captionCell : null,
      ].filter((each): each is Cell => Boolean(each))
      const index = firstFigure(tokens, cell)
      const figure = tokens[index]
      if (figure?.type !== "quantity") continue
      const quantity = figure.content
      const about = [...named, isOfWhole ? wholeLabel : null, captionCell].filter(
        (each): each is Cell => each !== null,
      )
      const unit = unitAround(text, quantity, about)
      const before = named.flatMap((each) => wordsIn(tokens, each))
      const earlier = captionCell ? wordsIn(tokens, captionCell) : []
      const said = conceptSet()
      for (const { content } of before) include(said, content.concepts)
      const read: Quantity = {
        ...quantity,
        ...unit,
        written: quantity.written === "figures" ? "cell" : quantity.written,
      }
      found.set(index, {
        quantity: read,
        segment: {
          quantity: read, depth: 0, start: cell.start, end: cell.end, before, after: [], said, saidClose: said, figureBefore: -1, afterIsOwn: true, unknown: 0,
          earlier, background, moments: named.flatMap((each) => momentsIn(tokens, each)),
        },
      }) // biome-ignore format: a row
    }
  }
}

/** The 量词 of a cell, and the value in it: 21.3 under 罚没金额(万元) is 213,000 yuan. */
function unitAround(
  text: string,
  quantity: Quantity,
  cells: readonly Cell[],
): { classifier: string | null; unit: UnitClass; value: number | null } {
  const { classifier, unit, value } = quantity
  if (classifier !== null) return { classifier, unit, value }
  for (const { start, end } of cells) {
    const match = unitInWords.exec(text.slice(start, end))
    const written = match?.[1] ?? match?.[2]
    const known = written ? unitOf(written) : null
    if (written && known) {
      const factor = written === "万元" ? 1e4 : written === "亿元" ? 1e8 : 1
      return {
        classifier: written,
        unit: known,
        value: value === null ? null : Math.round(value * factor * 100) / 100,
      }
    }
  }
  return { classifier: null, unit, value }
}
