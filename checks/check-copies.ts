import { type CheckFunction, evidenceAt } from "@/checks/checked-report"
import type { Finding } from "@/checks/finding"
import { type CheckContext, longestCompared } from "@/checks/previous-year"

const shingleLength = 8
const shortestParagraph = 60
const copiedFrom = 0.8
/** The share of paragraphs from which on last year's words are worth a look: much of such a report does not change. The
 * same holds while too few reports of other towns are held to tell what all of them say. */
const reportedFrom = 0.3
/** Of another town's report, so many paragraphs or one so long: a single sentence in common is no copy. */
const fewestCopied = 2
const longCopy = 120
/** What so many other reports say too is what every report says. */
const commonFrom = 3
const shownLength = 240

/** What every report says in the same words, where too few reports are held to tell: such stretches prove nothing. */
const boilerplate = [
  "以习近平新时代中国特色社会主义思想为指导",
  "深入学习贯彻习近平法治思想",
  "全面贯彻落实党的二十大精神",
  "行政执法公示制度、执法全过程记录制度、重大执法决定法制审核制度",
  "公众参与、专家论证、风险评估、合法性审查和集体讨论决定",
  "党政主要负责人履行推进法治建设第一责任人职责",
  "法治政府建设与责任落实督察工作规定",
  "办事依法、遇事找法、解决问题用法、化解矛盾靠法",
].map((phrase) => phrase.replace(/[，。、]/g, ""))

type Paragraph = { start: number; end: number; text: string; shingles: readonly string[] }
/** A report that text may be copied from. */
type Source = {
  town: string
  year: number
  own: boolean
  paragraphs: readonly Paragraph[]
  shingles: ReadonlySet<string>
}

function paragraphsOf(whole: string): Paragraph[] {
  const text = whole.slice(0, longestCompared)
  const paragraphs: Paragraph[] = []
  for (let start = 0; start < text.length; ) {
    const next = text.indexOf("\n", start)
    const end = next < 0 ? text.length : next
    const words = text.slice(start, end)
    if (end - start >= shortestParagraph)
      paragraphs.push({ start, end, text: words, shingles: shinglesOf(words) })
    start = end + 1
  }
  return paragraphs
}

/** Figures and blanks aside: a paragraph copied with new numbers is still copied. */
function shinglesOf(paragraph: string): readonly string[] {
  let plain = paragraph.replace(/[\s\d,.，。、；：%％]/g, "")
  for (const phrase of boilerplate) plain = plain.replaceAll(phrase, "")
  const shingles = new Set<string>()
  for (let i = 0; i + shingleLength <= plain.length; i += 1) shingles.add(plain.slice(i, i + shingleLength))
  return [...shingles]
}

function sourcesOf({ previous, others, town }: CheckContext): readonly Source[] {
  const held = others.map((each) => ({ ...each, own: false }))
  if (previous?.text)
    held.unshift({ town: town?.name ?? "", year: previous.referenceYear, text: previous.text, own: true })
  return held.map(({ text, ...source }) => {
    const paragraphs = paragraphsOf(text)
    return { ...source, paragraphs, shingles: new Set(paragraphs.flatMap(({ shingles }) => shingles)) }
  })
}

/** Shingles that several reports of other towns have in common. */
function commonOf(sources: readonly Source[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const { own, shingles } of sources)
    for (const shingle of own ? [] : shingles) counts.set(shingle, (counts.get(shingle) ?? 0) + 1)
  return new Set([...counts].filter(([, count]) => count >= commonFrom).map(([shingle]) => shingle))
}

const overlap = (shingles: readonly string[], source: ReadonlySet<string>) =>
  shingles.filter((shingle) => source.has(shingle)).length / shingles.length

/** The paragraph of the source that is most like the copy. */
function originalOf({ shingles }: Paragraph, { paragraphs }: Source): string {
  const wanted = new Set(shingles)
  const common = (paragraph: Paragraph) => paragraph.shingles.filter((shingle) => wanted.has(shingle)).length
  const best = [...paragraphs].sort((a, b) => common(b) - common(a))[0]
  return best?.text.trim().slice(0, shownLength) ?? ""
}

/** Paragraphs that stand nearly word for word in last year's report or in another town's of the same year, the
 * opening and what many reports share left out. A finding for each source, with the first paragraph and the one that it is like, to be seen side
 * by side; never an accusation. */
export const checkCopies: CheckFunction = ({ text, report, context }): readonly Finding[] => {
  const sources = sourcesOf(context)
  if (sources.length === 0) return []
  const common = commonOf(sources)
  const paragraphs = paragraphsOf(text).map((paragraph) => ({
    ...paragraph,
    shingles: paragraph.shingles.filter((shingle) => !common.has(shingle)),
  }))
  const opening =
    report.sections[0]?.role === "opening" && report.sections.length > 1 ? report.sections[0].end : 0
  const telling = paragraphs.filter(
    ({ start, shingles }) => start >= opening && shingles.length >= shortestParagraph / 2,
  )
  return sources.flatMap((source): Finding[] => {
    const copied = telling.filter(({ shingles }) => overlap(shingles, source.shingles) >= copiedFrom)
    const [first] = copied
    const share = paragraphs.length === 0 ? 0 : copied.length / paragraphs.length
    const isLong = copied.some(({ start, end }) => end - start >= longCopy)
    const isTold = !source.own && sources.length >= commonFrom
    const isEnough = isTold ? copied.length >= fewestCopied || isLong : share >= reportedFrom
    if (!first || !isEnough) return []
    const params = {
      ...{ share: Math.round(share * 100), paragraphs: copied.length, of: paragraphs.length },
      ...{ source: source.own ? "own" : "other", town: source.town, year: source.year },
      original: originalOf(first, source),
    }
    const evidence = evidenceAt(text, first.start, first.end)
    return [{ check: "copied-text", severity: source.own ? "notice" : "warning", params, evidence }]
  })
}
