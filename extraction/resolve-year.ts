const written = /((?:19|20)\d\d)\s*年/g
const titleYear = /((?:19|20)\d\d)\s*年?/

export type YearClaim = { year: number; start: number; end: number }

/** Words that a report uses of its own year: …年度法治政府建设情况, …年以来, …年,我镇. */
const ownYear =
  /((?:19|20)\d\d)年(?:度(?!计划)|以来|,(?:在|我|全|[\u4e00-\u9fff]{1,8}[镇乡街])|(?:法治|依法|主要|全年|第[一二三四]季度|[\u4e00-\u9fff]{0,4}工作(?!计划|安排|思路)))/g

/** The years that title and opening claim as the report's own, and the one they agree on. The title decides where it
 * names one; without a title, the year that the body uses of itself; else none: the person is asked. */
export function resolveYear(title: { words: string; start: number } | null, folded: string) {
  const claims: YearClaim[] = []
  const inTitle = title ? titleYear.exec(title.words) : null
  if (title && inTitle?.[1]) {
    const start = title.start + inTitle.index
    claims.push({ year: Number(inTitle[1]), start, end: start + inTitle[0].length })
  }
  const bodyStart = title ? title.start + title.words.length : 0
  const body = folded.slice(bodyStart, bodyStart + 6000)
  const counts = new Map<number, { count: number; start: number; end: number }>()
  for (const match of body.matchAll(ownYear)) {
    const year = Number(match[1])
    const start = bodyStart + match.index
    const known = counts.get(year)
    if (known) known.count += 1
    else counts.set(year, { count: 1, start, end: start + 5 })
  }
  const ranked = [...counts].sort(([a, x], [b, y]) => y.count - x.count || b - a)
  const opening = [...body.slice(0, 400).matchAll(written)][0]
  const [first] = ranked
  if (first) claims.push({ year: first[0], start: first[1].start, end: first[1].end })
  else if (opening && !title) {
    claims.push({
      year: Number(opening[1]),
      start: bodyStart + opening.index,
      end: bodyStart + opening.index + opening[0].length,
    })
  }
  return { referenceYear: claims[0]?.year ?? null, claims }
}
