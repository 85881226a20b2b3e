import { classOf, isAt } from "@/extraction/characters"

const titleYear = /((?:19|20)\d\d)\s*年?/

export type YearClaim = { year: number; start: number; end: number }

const openingLength = 500
const bodyLength = 6000

/** Where a report's body names the year it is about: the opening (2024年,我镇… · 现将2024年…情况报告如下) and the headings
 * of its results (一、2024年主要举措). A year cited anywhere else is not a claim. */
const openingClaims: readonly RegExp[] = [
  /(?:^|\n)\s*((?:19|20)\d\d)年(?:度)?(?:以来)?\s*,/g,
  /((?:19|20)\d\d)年度?[^,。;\n]{0,24}(?:报告|汇报|总结|通报)如下/g,
]
const headingClaim =
  /(?:第?[一二三四五六七八九]+(?:、|部分))\s*((?:19|20)\d\d)年(?![^\n]{0,24}(?:计划|安排|打算|思路|目标|展望|重点))[^\n,。]{0,20}(?:情况|举措|成效|做法|工作)\s*(?=\n|$)/y
const startsHeading = classOf("第一二三四五六七八九")

/** The claims of headings, asked of the lines that begin like one. */
function claimsOfHeadings(text: string, offset: number): YearClaim[] {
  const claims: YearClaim[] = []
  for (let line = 0; line < text.length; line = endOfLine(text, line) + 1) {
    let first = line
    while (text.charCodeAt(first) === blankCode) first += 1
    if (!isAt(text, first, startsHeading)) continue
    headingClaim.lastIndex = first
    const found = headingClaim.exec(text)
    if (!found?.[1]) continue
    const start = offset + found.index + found[0].indexOf(found[1])
    claims.push({ year: Number(found[1]), start, end: start + 5 })
  }
  return claims
}

const blankCode = 0x20

function endOfLine(text: string, from: number): number {
  const end = text.indexOf("\n", from)
  return end < 0 ? text.length : end
}

/** Words that a report without a title uses of its own year, most often. */
const ownYear =
  /((?:19|20)\d\d)年(?:度(?!计划)|以来|,(?:在|我|全|[\u4e00-\u9fff]{1,8}[镇乡街])|(?:法治|依法|主要|全年|第[一二三四]季度|[\u4e00-\u9fff]{0,4}工作(?!计划|安排|思路)))/g

function claimsBy(patterns: readonly RegExp[], text: string, offset: number): YearClaim[] {
  const claims: YearClaim[] = []
  for (const pattern of patterns) {
    pattern.lastIndex = 0
    for (let found = pattern.exec(text); found; found = pattern.exec(text)) {
      const start = offset + found.index + found[0].indexOf(found[1] ?? "")
      claims.push({ year: Number(found[1]), start, end: start + 5 })
    }
  }
  return claims
}

const anyYear = /(?<!\d|-)((?:19|20)\d\d)年(?!以来|底|(?:工作|重点|主要)?(?:计划|打算|安排|目标|思路))/g

function mostNamed(body: string, offset: number): YearClaim | null {
  const counts = new Map<number, number>()
  const own = claimsBy([ownYear], body, offset)
  const named = own.length > 0 ? own : claimsBy([anyYear], body, offset)
  for (const { year } of named) counts.set(year, (counts.get(year) ?? 0) + 1)
  const [year] = [...counts].sort(([a, x], [b, y]) => y - x || b - a)[0] ?? []
  return named.find((claim) => claim.year === year) ?? null
}

/** The years that title and body claim as the report's own, and the one that counts: the title's, else the opening's or a
 * heading's, else the one that the body uses of itself. Null where the text names none: the person is asked. */
export function resolveYear(title: { words: string; start: number } | null, folded: string) {
  const claims: YearClaim[] = []
  const inTitle = title ? titleYear.exec(title.words) : null
  if (title && inTitle?.[1]) {
    const start = title.start + inTitle.index
    claims.push({ year: Number(inTitle[1]), start, end: start + inTitle[0].length })
  }
  const bodyStart = title ? title.start + title.words.length : 0
  const body = folded.slice(bodyStart, bodyStart + bodyLength)
  claims.push(
    ...claimsBy(openingClaims, body.slice(0, openingLength), bodyStart),
    ...claimsOfHeadings(body, bodyStart),
  )
  const fallback = claims.length === 0 ? mostNamed(body, bodyStart) : null
  if (fallback) claims.push(fallback)
  return { referenceYear: claims[0]?.year ?? null, claims }
}
