import { unseen } from "@/extraction/fold-text"
import { isFurniture } from "@/extraction/furniture"
import { joinCells } from "@/extraction/join-cells"

export type LineKind = "blank" | "furniture" | "title" | "heading" | "table" | "body"

/** A line of the report, `[start, end)` without its break; `words` is the folded line without blanks. */
export type Line = {
  start: number
  end: number
  kind: LineKind
  words: string
  level: number
  /** The next line is a cell of the same row: a table copied with one cell a line. */
  goesOn: boolean
}

/** Marks that number a heading, with the level they stand for. */
const headingMarks: readonly { level: number; pattern: RegExp }[] = [
  { level: 1, pattern: /^第[一二三四五六七八九十]+(部分|章|节)/ },
  { level: 2, pattern: /^[一二三四五六七八九十]{1,3}、/ },
  { level: 3, pattern: /^\([一二三四五六七八九十]{1,3}\)/ },
  { level: 4, pattern: /^\d{1,2}[.、](?!\d)/ },
  { level: 5, pattern: /^\(\d{1,2}\)/ },
]
const headingStarts = "第一二三四五六七八九十(0123456789"
const longestHeading = 40
const unnumbered =
  /^(存在(的)?(主要)?(问题|不足)|.{0,10}(工作打算|工作计划|主要成效|工作安排|原因分析)|下一步.{0,10}|.{0,8}第一责任人.{0,10})$/

const titleWords =
  /(法治政府建设|法治建设|依法行政|依法治[镇乡街区县市]|行政执法|普法|复议应诉|年度).{0,30}(报告|总结|情况|汇报|计划)/
const titleRegion = 3000
const longestTitle = 60

/** The level of the mark that a line begins with: 第一部分 1 · 一、 2 · (一) 3 · 1. 4 · (1) 5; 0 without a mark. */
export function levelOf(words: string): number {
  if (!headingStarts.includes(words[0] ?? " ")) return 0
  return headingMarks.find(({ pattern }) => pattern.test(words))?.level ?? 0
}

function isTable(words: string, line: string): boolean {
  const first = words.indexOf("|")
  if (first >= 0 && (line.length < 40 || words.includes("|", first + 1))) return true
  return line.includes("   ") && line.trim().split(/ {3,}/).length >= 4
}

function isTitle(bare: string): boolean {
  return bare.length <= longestTitle && !/[。;]/.test(bare) && levelOf(bare) === 0 && titleWords.test(bare)
}

function kindOf(words: string, line: string, start: number, hasBody: boolean): LineKind {
  if (words === "") return "blank"
  if (isFurniture(words)) return "furniture"
  if (!hasBody && start < titleRegion && isTitle(words.replace(/^[|•·]+|\|+$/g, ""))) return "title"
  if (isTable(words, line)) return "table"
  if (words.length <= longestHeading && !/[。;,:]./.test(words)) {
    if (levelOf(words) > 0 || unnumbered.test(words)) return "heading"
  }
  return "body"
}

/** Cuts a folded text into lines and says what each is. */
export function classifyLines(folded: string): readonly Line[] {
  const lines: Line[] = []
  let hasBody = false
  for (let start = 0; start <= folded.length; ) {
    const next = folded.indexOf("\n", start)
    const end = next < 0 ? folded.length : next
    const line = folded.slice(start, end)
    const words = line.replaceAll(" ", "").replaceAll(unseen, "")
    const kind = kindOf(words, line, start, hasBody)
    if (kind === "heading" || (kind === "body" && words.length > 60)) hasBody = true
    lines.push({
      start,
      end,
      kind,
      words,
      level: kind === "heading" ? levelOf(words) || 2 : 0,
      goesOn: false,
    })
    start = end + 1
  }
  joinCells(lines)
  return lines
}
