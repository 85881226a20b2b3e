import type { Judgement } from "@/extraction/judge-kind"
import type { SentenceTokens } from "@/extraction/read-segment"
import type { ListPlace } from "@/extraction/share-out"

const numerals = "一二三四五六七八九"
const spanOfYears = /近([两二三四五六])年|([两二三四五六])年(?:来|间)|连续([两二三四五六])年/

function yearsNamed({ tokens, first }: SentenceTokens, mark: number): number[] {
  const years: number[] = []
  for (let i = first; i < mark; i += 1) {
    const token = tokens[i]
    if (token?.type === "time" && token.content.kind === "year") years.push(token.content.year)
  }
  return years
}

/** 近三年依次为66件、59件和48件, or 2022年、2023年分别…: the year of a figure by its place in the list, as a judgement; null
 * where the sentence does not list as many years as figures. */
export function judgeYearList(
  context: SentenceTokens,
  listed: ListPlace | null,
  referenceYear: number | null,
): Judgement | null {
  if (!listed || referenceYear === null || listed.count < 2) return null
  const { mark, place, count } = listed
  const years = yearsNamed(context, mark)
  const from = context.tokens[context.first]?.start ?? 0
  const span = spanOfYears.exec(context.text.slice(from, context.tokens[mark]?.start ?? from))
  const word = span?.[1] ?? span?.[2] ?? span?.[3] ?? ""
  const spanned = word === "两" ? 2 : numerals.indexOf(word) + 1
  const year =
    years.length === count ? years[place] : spanned === count ? referenceYear - count + 1 + place : undefined
  if (year === undefined || year > referenceYear) return null
  return {
    kind: year === referenceYear ? "result" : "other_year",
    year,
    sign: 1,
    rule: "by its place among years",
  }
}
