import { formatYear } from "@/catalogue/format"
import type { Locale } from "@/catalogue/messages/messages"
import { translate } from "@/catalogue/translate"
import type { Cell, Hole } from "@/components/charts/cell"
import type { Line, YearTick } from "@/components/charts/line"
import { colourOf } from "@/components/charts/town-look"

/** More lines than this are not all named. */
export const mostLabels = 6

/** Up to six lines are named at their ends; of more, the focus and those that end highest. Without a focus the named ones
 * have their towns' colours, so that a name can be followed back along its line. */
export function labelLines(lines: readonly Line[], locale: Locale): Line[] {
  const t = translate(locale, "chart")
  const last = (line: Line) => line.cells.findLast((cell) => cell.value !== null)
  const byEnd = lines
    .filter((line) => last(line))
    .sort((a, b) => Number(b.tone === "focus") - Number(a.tone === "focus") || endValue(b) - endValue(a))
  const hasFocus = lines.some((line) => line.tone === "focus")
  const labelled = new Set(byEnd.slice(0, mostLabels).map((line) => line.townCode))
  const nameOf = shortNames(lines.map(({ town }) => town))
  return lines.map((line) => {
    const end = last(line)
    if (!labelled.has(line.townCode) || !end || end.value === null) return line
    const ended = end === line.cells.at(-1)
    const named = ended
      ? t("endLabel", { town: nameOf(line.town), value: end.text })
      : t("endLabelEarlier", { town: nameOf(line.town), year: String(end.year) })
    const isLeading = !hasFocus && line.tone === "muted"
    return {
      ...line,
      endLabel: named,
      ...(isLeading ? { tone: "named", colour: colourOf(line.townCode) } : {}),
    }
  })
}

/** Names of towns as they stand at a line's end: in English without the word for their kind, which would leave a phone no room
 * for the lines, unless two towns would be called the same. */
function shortNames(towns: readonly string[]): (town: string) => string {
  const cut = (town: string) => town.replace(/ (Town|Township|Subdistrict)$/, "")
  const cuts = towns.map(cut)
  return (town) => (cuts.filter((one) => one === cut(town)).length > 1 ? town : cut(town))
}

function endValue(line: Line): number {
  return line.cells.at(-1)?.value ?? Number.NEGATIVE_INFINITY
}

/** What stands under a year: the focus line's (or the only line's) reason, else how many lines have no value. */
export function holeUnder(
  index: number,
  year: number,
  lines: readonly Line[],
  locale: Locale,
): YearTick["hole"] {
  const t = translate(locale, "chart")
  const focus = lines.find((line) => line.tone === "focus")
  const one = focus ?? (lines.length === 1 ? lines[0] : undefined)
  const holes = lines.map((line) => line.cells[index]).filter((cell): cell is Hole => cell?.value === null)
  if (one) {
    const hole = holes.find((cell) => cell.townCode === one.townCode)
    return hole ? { short: hole.short, label: hole.label, href: hole.href } : null
  }
  if (holes.length === 0) return null
  const towns = holes.map((hole) => t("townAndReason", { town: hole.town, reason: hole.words }))
  const label = t("holesOfYear", { year: formatYear(year, locale), towns: towns.join(t("separator")) })
  return { short: t("holeCount", { count: holes.length }), label, href: null }
}

/** Few lines: each town's empty years with their reasons. Many: how many towns are missing in which year. */
export function describeGaps(
  lines: readonly Line[],
  years: readonly number[],
  locale: Locale,
): readonly string[] {
  const t = translate(locale, "chart")
  const holesOf = (cells: readonly (Cell | undefined)[]) =>
    cells.filter((cell): cell is Hole => cell?.value === null)
  if (lines.length > mostLabels) {
    const counts = years.flatMap((year, index) => {
      const count = holesOf(lines.map((line) => line.cells[index])).length
      return count === 0 ? [] : [t("missingInYear", { year: formatYear(year, locale), count })]
    })
    return counts.length === 0 ? [] : [counts.join(t("separator"))]
  }
  return lines.flatMap((line) => {
    const holes = holesOf(line.cells).map((hole) =>
      t("yearAndReason", { year: formatYear(hole.year, locale), reason: hole.words }),
    )
    return holes.length === 0 ? [] : [t("gapsOfTown", { town: line.town, gaps: holes.join(t("separator")) })]
  })
}

/** The chart in a sentence or two, for those who do not see it: what it shows, and where each named line ends. */
export function summarise(lines: readonly Line[], metric: string, years: string, locale: Locale): string {
  const t = translate(locale, "chart")
  const told = lines.filter((line) => line.endLabel !== null).reverse()
  const ends = told.flatMap((line) => {
    const end = line.cells.findLast((cell) => cell.value !== null)
    return end ? [end.label] : []
  })
  const opening = t("summaryLine", { metric, years, towns: lines.length })
  return ends.length === 0
    ? t("summaryNone", { opening })
    : t("summary", { opening, ends: ends.join(t("stop")) })
}
