import { fitsQuery } from "@/catalogue/fits-query"
import type { MetricCode } from "@/catalogue/metric"
import { metrics } from "@/catalogue/metrics"
import { spellName } from "@/catalogue/spell-name"
import type { Town } from "@/catalogue/town"

/** What a question asks for: towns, metrics with the likeliest first, a year. Nothing that was not found. */
export type Question = { towns: readonly Town[]; metrics: readonly MetricCode[]; year: number | null }

/** Metrics that fit less than this share of the best one are not offered. */
const fitting = 0.4
const mostMetrics = 5

/** Reads a question in anybody's words (`青棠镇2024年调处数为什么空着`, `qtz tiaochu`): towns by name, short name, pinyin or
 * initials, metrics by the pairs of characters that they share with it, rare pairs counting more. */
export function understandQuestion(query: string, towns: readonly Town[]): Question {
  const text = query.slice(0, 80)
  const latin = text.toLowerCase().match(/[a-z']{2,}/g) ?? []
  const found = towns.filter(
    ({ name }) =>
      text.includes(name) ||
      text.includes(shortOf(name)) ||
      latin.some((word) => word.length >= 3 && startsSpelling(name, word)),
  )
  const rest = found.reduce(
    (left, { name }) => left.replaceAll(name, " ").replaceAll(shortOf(name), " "),
    text,
  )
  const year = text.match(/(?:19|20)\d{2}/)?.[0]
  return { towns: found, metrics: rankMetrics(rest, latin), year: year ? Number(year) : null }
}

/** A town's name without 镇, 乡, 街道; a name that would be left with one character keeps it. */
function shortOf(name: string): string {
  const short = name.replace(/(街道|镇|乡)$/, "")
  return short.length >= 2 ? short : name
}

function startsSpelling(name: string, word: string): boolean {
  return spellName(name)
    .split(" ")
    .slice(1)
    .some((spelling) => spelling.startsWith(word))
}

const pairsOf = (text: string) =>
  new Set(
    [...text].flatMap((character, index, all) =>
      /[\u4e00-\u9fff]/.test(character + (all[index + 1] ?? "")) && all[index + 1]
        ? [character + all[index + 1]]
        : [],
    ),
  )

const namePairs = metrics.map(({ code, nameZh }) => ({ code, pairs: pairsOf(nameZh) }))
const frequency = new Map<string, number>()
for (const { pairs } of namePairs)
  for (const pair of pairs) frequency.set(pair, (frequency.get(pair) ?? 0) + 1)

const tierOrder = { core: 0, standard: 1, extended: 2, context: 3 } as const

function rankMetrics(rest: string, latin: readonly string[]): readonly MetricCode[] {
  const asked = pairsOf(rest)
  const scored = metrics.map((metric, index) => {
    const shared = [...(namePairs[index]?.pairs ?? [])].filter((pair) => asked.has(pair))
    const byPairs = shared.reduce((sum, pair) => sum + 1 / Math.sqrt(frequency.get(pair) ?? 1), 0)
    const words = latin.filter((word) => word.length >= 4 && isSpelled(metric.nameZh, metric.nameEn, word))
    return { code: metric.code, tier: tierOrder[metric.tier], score: byPairs + words.length }
  })
  const best = Math.max(...scored.map(({ score }) => score))
  if (best === 0) return []
  return scored
    .filter(({ score }) => score > 0 && score >= fitting * best)
    .sort((a, b) => b.score - a.score || a.tier - b.tier)
    .slice(0, mostMetrics)
    .map(({ code }) => code)
}

function isSpelled(nameZh: string, nameEn: string, word: string): boolean {
  const [, pinyin = "", initials = ""] = spellName(nameZh).split(" ")
  return fitsQuery(`${pinyin} ${initials} ${nameEn}`, word)
}
