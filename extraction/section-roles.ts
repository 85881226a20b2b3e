import { knownLetter, letterTable, mark } from "@/extraction/alphabet"
import type { SectionRole } from "@/extraction/report"

/** What a heading says its section is about, first match wins; `pattern` reads the heading without its number, where one of
 * the characters that it `needs` stands in it. The four
 * required contents are those of 《法治政府建设与责任落实督察工作规定》 article 24. */
type RolePattern = { role: SectionRole; needs: string; pattern: RegExp; upperOnly?: true }

const rolePatterns: readonly RolePattern[] = [
  { role: "duty", needs: "责", pattern: /第一责任人|(主要负责人|党政.{0,4}负责人|主要领导).{0,14}(职责|履职|履行|责任)/ },
  { role: "shortcomings", needs: "题足难距板节", pattern: /^[^下]{0,14}(存在.{0,6}(问题|不足|困难|差距)|(问题|不足|短板|困难|薄弱环节|差距))/ },
  { role: "causes", needs: "因", pattern: /原因/ },
  { role: "plan", needs: "步后年算望向", pattern: /下一步|下步|今后|明年|下一年|来年|打算|展望|努力方向/ },
  { role: "plan", needs: "划排路谋想标务点", pattern: /(计划|安排|思路|工作谋划|设想|工作目标|目标任务|重点任务|工作重点)$/, upperOnly: true },
  { role: "results", needs: "措效法展况顾色亮作", pattern: /举措|成效|做法|措施|进展|完成情况|工作情况|开展情况|落实情况|工作回顾|特色|亮点|基本情况|主要工作/ },
] // biome-ignore format: a table

const hints = letterTable()
for (const [place, { needs }] of rolePatterns.entries()) mark(hints, needs, 1 << place)
const year = 1 << rolePatterns.length
mark(hints, "年", year)

/** Which patterns a heading may fit, as bits, and whether it may name a year. */
function hintsIn(heading: string): number {
  let found = 0
  for (let i = 0; i < heading.length; i += 1) found |= hints[knownLetter(heading.charCodeAt(i))] ?? 0
  return found
}

/** 强化统筹谋划 under a number of its own is a measure; 工作思路 as a heading of the report is a plan. */
const lowestOfPlans = 3

/** Words that open next year's plan inside a section of another role. */
export const planOpening =
  /^(?:[一二三四五六七八九十]+[、是]|\([一二三四五六七八九十]+\)|\d{1,2}[.、])?(?:下一步|下步|下阶段|下一阶段|今后|明年|来年|下一年|20\d\d年(?:工作|重点|主要)?(?:计划|打算|安排|目标|思路|设想))/

/** A sentence in the middle of a paragraph that turns to the plan; its first group is a year, to be compared with the
 * report's own. */
export const planTurn =
  /[。;](?:下一步|下步|下阶段|下一阶段|明年|来年|(20\d\d)年,?(?:,|将|拟|计划|工作|要|我[镇乡街]|全[镇乡街]|镇|乡|街道))/

const planWords = /计划|安排|打算|思路|展望|下一步|下步|今后|明年/

/** Whether a heading names a plan beside whatever else it names: 存在的问题和2025年工作打算. */
export const namesPlan = (heading: string) => planWords.test(heading)

/** The role a heading names, or null where its words say nothing. A year after the report's own makes a plan. */
export function roleOfHeading(
  heading: string,
  level: number,
  referenceYear: number | null,
): SectionRole | null {
  const hinted = hintsIn(heading)
  const role = rolePatterns.find(
    ({ pattern, upperOnly }, place) =>
      (hinted & (1 << place)) !== 0 && pattern.test(heading) && !(upperOnly && level > lowestOfPlans),
  )?.role
  const named = (hinted & year) === 0 ? 0 : Number(/(20\d\d)年/.exec(heading)?.[1] ?? 0)
  const later = referenceYear !== null && named > referenceYear
  if (later && role !== "shortcomings" && role !== "duty") return "plan"
  return role ?? null
}
