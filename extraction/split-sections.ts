import type { Line } from "@/extraction/classify-lines"
import { levelOf } from "@/extraction/classify-lines"
import type { Section, SectionRole } from "@/extraction/report"
import { planOpening, roleOfHeading } from "@/extraction/section-roles"

const longestRunIn = 30
const mark =
  /^(第[一二三四五六七八九十]+(?:部分|章|节)|[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)|\d{1,2}[.、]|\(\d{1,2}\))/

type Heading = { words: string; level: number; runIn: boolean }

/** A line that is a heading, or the heading that a paragraph begins with: (一)学习法治思想。一是… */
function headingOf(line: Line): Heading | null {
  if (line.kind === "heading") return { words: line.words, level: line.level, runIn: false }
  const level = line.kind === "body" ? levelOf(line.words) : 0
  if (level === 0) return null
  const end = line.words.search(/[。:,;]/)
  if (end < 0 || end > longestRunIn || /\d/.test(line.words.slice(2, end).replace(/20\d\d年/g, "")))
    return null
  return { words: line.words.slice(0, end), level, runIn: true }
}

/** Cuts the report into sections by its headings and says what each is about; a heading whose words say nothing takes
 * the role of the one above it. A paragraph that opens with 下一步 turns the rest of its section into the plan. */
export function splitSections(lines: readonly Line[], referenceYear: number | null): readonly Section[] {
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
  }
  const last = sections.at(-1)
  if (last) last.end = lines.at(-1)?.end ?? 0
  return sections
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
