import { type CheckFunction, evidenceAt } from "@/checks/checked-report"
import type { Finding } from "@/checks/finding"

const shingleLength = 8
const shortestParagraph = 60
const copiedFrom = 0.8
const reportedFrom = 0.3

/** What every report says in the same words: such stretches prove nothing. */
const boilerplate = [
  "以习近平新时代中国特色社会主义思想为指导",
  "深入学习贯彻习近平法治思想",
  "全面贯彻落实党的二十大精神",
  "行政执法公示制度、执法全过程记录制度、重大执法决定法制审核制度",
  "公众参与、专家论证、风险评估、合法性审查和集体讨论决定",
  "党政主要负责人履行推进法治建设第一责任人职责",
  "法治政府建设与责任落实督察工作规定",
  "办事依法、遇事找法、解决问题用法、化解矛盾靠法",
]

type Paragraph = { start: number; end: number }

function paragraphsOf(text: string): Paragraph[] {
  const paragraphs: Paragraph[] = []
  for (let start = 0; start < text.length; ) {
    const next = text.indexOf("\n", start)
    const end = next < 0 ? text.length : next
    if (end - start >= shortestParagraph) paragraphs.push({ start, end })
    start = end + 1
  }
  return paragraphs
}

/** Figures and blanks aside: a paragraph copied with new numbers is still copied. */
function shinglesOf(paragraph: string): Set<string> {
  let plain = paragraph.replace(/[\s\d,.，。、；：%％]/g, "")
  for (const phrase of boilerplate) plain = plain.replaceAll(phrase.replace(/[，。、]/g, ""), "")
  const shingles = new Set<string>()
  for (let i = 0; i + shingleLength <= plain.length; i += 1) shingles.add(plain.slice(i, i + shingleLength))
  return shingles
}

/** Paragraphs that stood in last year's report nearly word for word. One finding for the report, with the share of its
 * paragraphs and the first of them; never an accusation: many parts of such a report do not change. */
export const checkCopies: CheckFunction = ({ text, context: { previous } }): readonly Finding[] => {
  if (!previous?.text) return []
  const before = new Set<string>()
  for (const { start, end } of paragraphsOf(previous.text))
    for (const shingle of shinglesOf(previous.text.slice(start, end))) before.add(shingle)
  const paragraphs = paragraphsOf(text)
  const copied = paragraphs.filter(({ start, end }) => {
    const shingles = [...shinglesOf(text.slice(start, end))]
    if (shingles.length < shortestParagraph / 2) return false
    return shingles.filter((shingle) => before.has(shingle)).length / shingles.length >= copiedFrom
  })
  const [first] = copied
  const share = paragraphs.length === 0 ? 0 : copied.length / paragraphs.length
  if (!first || share < reportedFrom) return []
  const params = { share: Math.round(share * 100), paragraphs: copied.length, of: paragraphs.length }
  return [
    { check: "copied-text", severity: "notice", params, evidence: evidenceAt(text, first.start, first.end) },
  ]
}
