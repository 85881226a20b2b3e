import type { Line } from "@/extraction/classify-lines"
import { unseen } from "@/extraction/fold-text"
import { lineMarks } from "@/extraction/line-marks"
import type { Section, SectionRole } from "@/extraction/report"
import { namesPlan, planOpening, planTurn, roleOfHeading } from "@/extraction/section-roles"

const longestRunIn = 30
const sentenceEnds = lineMarks.fullStop | lineMarks.semicolon
const mark =
  /^(第[一二三四五六七八九十]+(?:部分|章|节)|[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)|\d{1,2}[.、]|\(\d{1,2}\))/

type Heading = { words: string; level: number; runIn: boolean }

/** A line that is a heading, or the heading that a paragraph begins with: (一)学习法治思想。一是… */
function headingOf(line: Line): Heading | null {
  if (line.kind === "heading") return { words: line.words, level: line.level, runIn: false }
  const level = line.kind === "body" ? line.mark : 0
  if (level === 0) return null
  const end = line.words.search(/[。:,;]/)
  if (end < 0 || end > longestRunIn || /\d/.test(line.words.slice(2, end).replace(/20\d\d年/g, "")))
    return null
  return { words: line.words.slice(0, end), level, runIn: true }
}

/** Cuts the report into sections by its headings and says what each is about; a heading whose words say nothing takes
 * the role of the one above it. A paragraph that opens with 下一步 turns the rest of its section into the plan; a sentence
 * that does turns the rest of its paragraph, and the section too where its heading names a plan (问题和打算). */
export function splitSections(
  folded: string,
  lines: readonly Line[],
  referenceYear: number | null,
): readonly Section[] {
  const sections: Section[] = []
  const above: { level: number; role: SectionRole }[] = []
  const open = (heading: string | null, level: number, role: SectionRole, start: number) => {
    const last = sections.at(-1)
    if (last) last.end = start
    sections.push({ heading, level, role, start, end: start })
  }
  open(null, 0, "opening", 0)
  for (const line of lines) {
    const heading = headingOf(line)
    const current = sections.at(-1)
    if (heading) {
      while ((above.at(-1)?.level ?? 0) >= heading.level) above.pop()
      const own = roleOfHeading(heading.words.replace(mark, ""), heading.level, referenceYear)
      const parent = above.at(-1)?.role ?? null
      const role = parent === "plan" ? "plan" : (own ?? parent ?? "other")
      above.push({ level: heading.level, role })
      open(heading.words, heading.level, role, line.start)
    } else if (current && current.role !== "plan" && line.kind === "body" && planOpening.test(line.words)) {
      const top = above.at(-1)
      if (top) top.role = "plan"
      open(current.heading, current.level, "plan", line.start)
    }
    const turned = sections.at(-1)
    if (!turned || turned.role === "plan" || line.kind !== "body" || (line.has & sentenceEnds) === 0) continue
    const turn = turnIn(folded, line, referenceYear)
    if (turn === null) continue
    open(turned.heading, turned.level, "plan", turn)
    const top = above.at(-1)
    if (top && namesPlan(turned.heading ?? "")) top.role = "plan"
    else open(turned.heading, turned.level, turned.role, line.end)
  }
  const last = sections.at(-1)
  if (last) last.end = lines.at(-1)?.end ?? 0
  return sections
}

/** Where a sentence inside a paragraph turns to what is planned, or null. */
function turnIn(folded: string, line: Line, referenceYear: number | null): number | null {
  const found = planTurn.exec(line.words)
  if (!found) return null
  const year = Number(found[1] ?? 0)
  if (year > 0 && (referenceYear === null || year <= referenceYear)) return null
  let at = line.start
  for (let seen = 0; at < line.end; at += 1) {
    if (folded[at] === " " || folded[at] === unseen) continue
    if (seen === found.index + 1) return at
    seen += 1
  }
  return null
}

/** The section that holds an offset. Sections lie end to end, so the search halves. */
export function sectionAt(sections: readonly Section[], offset: number): Section | null {
  let low = 0
  let high = sections.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((sections[middle]?.start ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return sections[low] ?? null
}
