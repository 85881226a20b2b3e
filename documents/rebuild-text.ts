/** A stretch of words at its place on a page: `x` from the left, `y` of the base line from the top, in the same unit as
 * `size`, the height of its letters. */
export type Run = { words: string; x: number; y: number; width: number; size: number }
export type LaidPage = { width: number; height: number; runs: readonly Run[] }

type Line = { words: string; left: number; right: number; y: number; size: number; cells: number }
type Placed = Line & { page: number; edge: number; columnLeft: number; columnRight: number }

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0
const isHan = (char: string) => /[\u2e80-\u9fff\uff00-\uffef“”‘’…—]/.test(char)

/** Two pieces of one line or paragraph: a blank between letters of foreign words only. */
function join(before: string, after: string, apart: boolean): string {
  const [left, right] = [before.at(-1) ?? "", after[0] ?? ""]
  return apart && left && right && !isHan(left) && !isHan(right) ? `${before} ${after}` : before + after
}

/** Runs on one base line, from the left, cut into cells. */
type Row = { cells: Run[][]; size: number }

const leftOf = (cell: readonly Run[]) => cell[0]?.x ?? 0
const rightOf = (cell: readonly Run[]) => Math.max(...cell.map((run) => run.x + run.width))

/** Cuts a row wherever two runs are further apart than `gap` and the second fits `isStart`. */
function cut({ cells, size }: Row, gap: number, isStart: (run: Run) => boolean): Row {
  const parted = cells.flatMap((cell) => {
    const parts: Run[][] = []
    for (const run of cell) {
      const last = parts.at(-1)
      if (last && !(run.x - rightOf(last) > gap * size && isStart(run))) last.push(run)
      else parts.push([run])
    }
    return parts
  })
  return { cells: parted, size }
}

/** True if a run stands under or over a cell of a neighbouring row: by its left or right side, or by its middle. */
function standsWith(run: Run, size: number, { cells }: Row): boolean {
  const near = (a: number, b: number) => Math.abs(a - b) < size * 0.7
  return cells.slice(1).some((cell) => {
    const [left, right] = [leftOf(cell), rightOf(cell)]
    const end = run.x + run.width
    return near(run.x, left) || near(end, right) || near((run.x + end) / 2, (left + right) / 2)
  })
}

/** The runs of a page or column as rows from the top. A gap of two letters parts cells; a narrow one does where the row
 * above or below has a cell at that place. */
function rowsOf(runs: readonly Run[]): Row[] {
  const grouped: Run[][] = []
  for (const run of [...runs].sort((a, b) => a.y - b.y)) {
    const row = grouped.at(-1)
    const first = row?.[0]
    if (row && first && Math.abs(run.y - first.y) < Math.max(run.size, first.size) * 0.5) row.push(run)
    else grouped.push([run])
  }
  const rows = grouped.map((row) => {
    const size = median(row.map((run) => run.size))
    return cut({ cells: [row.sort((a, b) => a.x - b.x)], size }, 2, () => true)
  })
  const down = rows.map((_, i) => i)
  for (const i of [...down, ...down.toReversed()]) {
    const row = rows[i]
    const beside = [rows[i - 1], rows[i + 1]].filter((each) => each !== undefined && each.cells.length > 1)
    if (!row || beside.length === 0) continue
    rows[i] = cut(row, 0.25, (run) => beside.some((each) => each && standsWith(run, row.size, each)))
  }
  return rows
}

function wordsOf(cell: readonly Run[], size: number): string {
  let words = ""
  let right = leftOf(cell)
  for (const run of cell) {
    words = join(words, run.words, run.x - right > size * 0.2)
    right = run.x + run.width
  }
  return words.trim()
}

function linesOf(runs: readonly Run[]): Line[] {
  const lines = rowsOf(runs).map(({ cells, size }) => {
    const all = cells.flat()
    const words = cells.map((cell) => wordsOf(cell, size)).join(" | ")
    return {
      words,
      left: leftOf(all),
      right: rightOf(all),
      y: median(all.map(({ y }) => y)),
      size,
      cells: cells.length,
    }
  })
  return lines.filter(({ words }) => words !== "")
}

/** The middle of a gutter that parts a page of running text in two columns; null for one column. The columns of a table
 * are not: their words do not fill them. */
function gutterOf({ width, runs }: LaidPage): number | null {
  if (runs.length < 20) return null
  for (let at = width * 0.4; at <= width * 0.6; at += width * 0.01) {
    const left = runs.filter((run) => run.x + run.width <= at)
    const right = runs.filter((run) => run.x >= at)
    if (left.length + right.length < runs.length * 0.95 || Math.min(left.length, right.length) < 10) continue
    const fills = [left, right].map((side) => {
      const lines = linesOf(side)
      const from = Math.min(...lines.map((line) => line.left))
      const to = Math.max(...lines.map((line) => line.right))
      const full = lines.filter((line) => line.right - line.left > (to - from) * 0.8)
      return full.length / lines.length
    })
    if (fills.every((share) => share > 0.5)) return at
  }
  return null
}

/** The lines of a page in reading order: one column after the other. */
function placeLines(page: LaidPage, number: number): Placed[] {
  const gutter = gutterOf(page)
  const sides =
    gutter === null
      ? [page.runs]
      : [
          page.runs.filter((run) => run.x + run.width / 2 < gutter),
          page.runs.filter((run) => run.x + run.width / 2 >= gutter),
        ]
  return sides.flatMap((side) => {
    const lines = linesOf(side)
    const body = lines.filter((line) => line.cells === 1)
    const columnLeft = Math.min(...body.map((line) => line.left), page.width)
    const columnRight = Math.max(...body.map((line) => line.right), 0)
    return lines.map((line) => {
      const edge = Math.min(line.y, page.height - line.y) / page.height
      return { ...line, page: number, edge, columnLeft, columnRight }
    })
  })
}

const pageNumber = /^[-—–－·\s]*(第\s*)?\d{1,4}(\s*页)?([\s,，/]*共?\s*\d{1,4}\s*页?)?[-—–－·\s]*$/
const marginShare = 0.09

/** Leaves out page numbers, and what stands at the top or bottom of most pages. */
function dropMargins(lines: readonly Placed[], pages: number): Placed[] {
  const folded = (words: string) => words.replace(/\d+/g, "#").replace(/\s/g, "")
  const seen = new Map<string, Set<number>>()
  for (const { words, page, edge } of lines) {
    if (edge < marginShare) seen.set(folded(words), (seen.get(folded(words)) ?? new Set()).add(page))
  }
  return lines.filter(({ words, edge }) => {
    if (edge >= marginShare) return true
    const repeats = (seen.get(folded(words))?.size ?? 0) >= Math.max(2, pages * 0.5)
    return !pageNumber.test(words) && !(repeats && pages > 1)
  })
}

const opening =
  /^(第[一二三四五六七八九十]+[部章节]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.、．](?!\d))/

/** True if a line goes on with the paragraph of the line before it: that one reached the edge, this one is not set in. */
function goesOn(before: Placed, line: Placed): boolean {
  if (before.cells > 1 || line.cells > 1 || opening.test(line.words)) return false
  if (Math.abs(before.size - line.size) > before.size * 0.25) return false
  const reaches = before.right > before.columnRight - before.size * 2
  const isSetIn = line.left > line.columnLeft + line.size * 1.2
  const isShort = before.right - before.left < (before.columnRight - before.columnLeft) * 0.5
  return reaches && !isSetIn && !isShort
}

/** Pages of words at places to running text: lines rebuilt into paragraphs, rows of tables with their cells parted by
 * " | ", columns one after the other, page numbers and repeated headers and footers left out. */
export function rebuildText(pages: readonly LaidPage[]): string {
  const lines = dropMargins(pages.flatMap(placeLines), pages.length)
  const paragraphs: string[] = []
  let before: Placed | undefined
  for (const line of lines) {
    const last = paragraphs.at(-1)
    if (before && last !== undefined && goesOn(before, line))
      paragraphs.splice(-1, 1, join(last, line.words, true))
    else paragraphs.push(line.words)
    before = line
  }
  return paragraphs.join("\n")
}
