import { letterOf } from "@/extraction/alphabet"
import { classOf, isAt } from "@/extraction/characters"
import { type Folded, unseen } from "@/extraction/fold-text"
import { isFurniture } from "@/extraction/furniture"
import { joinCells } from "@/extraction/join-cells"
import { lineMarks, marksOf } from "@/extraction/line-marks"

export type LineKind = "blank" | "furniture" | "title" | "heading" | "table" | "body"

/** A line of the report, `[start, end)` without its break; `words` is the folded line without blanks, `has` the marks that
 * it holds, `mark` the level of the mark that it begins with. */
export type Line = {
  start: number
  end: number
  kind: LineKind
  words: string
  has: number
  mark: number
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
const headingStart = classOf("第一二三四五六七八九十(0123456789")
const longestHeading = 40
/** No heading goes on after a mark that parts words. */
const goesOn = /[。;,:]./
const unnumbered =
  /^(存在(的)?(主要)?(问题|不足)|.{0,10}(工作打算|工作计划|主要成效|工作安排|原因分析)|下一步.{0,10}|.{0,8}第一责任人.{0,10})$/

const titleWords =
  /(法治政府建设|法治建设|依法行政|依法治[镇乡街区县市]|行政执法|普法|复议应诉|年度).{0,30}(报告|总结|情况|汇报|计划)/
const titleRegion = 3000
const longestTitle = 60

const { blank, fullStop, semicolon, pause, bar, titleEdge } = lineMarks
const endOfSentence = fullStop | semicolon
const parts = endOfSentence | pause
const lineBreak = letterOf("\n".charCodeAt(0))

/** The level of the mark that a line begins with: 第一部分 1 · 一、 2 · (一) 3 · 1. 4 · (1) 5; 0 without a mark. */
export function levelOf(words: string): number {
  if (!isAt(words, 0, headingStart)) return 0
  return headingMarks.find(({ pattern }) => pattern.test(words))?.level ?? 0
}

function isTable(words: string, line: string, has: number): boolean {
  if ((has & bar) !== 0 && (line.length < 40 || words.indexOf("|") !== words.lastIndexOf("|"))) return true
  return (has & blank) !== 0 && line.includes("   ") && line.trim().split(/ {3,}/).length >= 4
}

/** The words of a title without the marks of a list or a table around them. */
export const bareTitle = (words: string) => words.replace(/^[|•·]+|\|+$/g, "")

function isTitle(words: string, has: number): boolean {
  if ((has & endOfSentence) !== 0) return false
  const bare = (has & titleEdge) === 0 ? words : bareTitle(words)
  return bare.length <= longestTitle && levelOf(bare) === 0 && titleWords.test(bare)
}

function kindOf(words: string, line: string, has: number, mark: number, mayBeTitle: boolean): LineKind {
  if (words.length === 0) return "blank"
  if (isFurniture(words, has)) return "furniture"
  if (mayBeTitle && isTitle(words, has)) return "title"
  if (isTable(words, line, has)) return "table"
  if (words.length > longestHeading || ((has & parts) !== 0 && goesOn.test(words))) return "body"
  return mark > 0 || unnumbered.test(words) ? "heading" : "body"
}

/** Cuts a folded text into lines and says what each is. */
export function classifyLines({ text, letters }: Folded): readonly Line[] {
  const { length } = text
  const [marks, ends] = [marksOf, lineBreak]
  const lines: Line[] = []
  let hasBody = false
  for (let start = 0; start <= length; ) {
    let has = 0
    let end = start
    for (; end < length && letters[end] !== ends; end += 1) has |= marks[letters[end] ?? 0] ?? 0
    const line = text.slice(start, end)
    const words = (has & blank) === 0 ? line : line.replaceAll(" ", "").replaceAll(unseen, "")
    const mark = levelOf(words)
    const kind = kindOf(words, line, has, mark, !hasBody && start < titleRegion)
    if (kind === "heading" || (kind === "body" && words.length > 60)) hasBody = true
    const level = kind === "heading" ? mark || 2 : 0
    lines.push({ start, end, kind, words, has, mark, level, goesOn: false })
    start = end + 1
  }
  joinCells(lines)
  return lines
}
