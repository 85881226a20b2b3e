import { allCounties, allTowns, countyOf } from "@/catalogue/divisions"
import type { Town } from "@/catalogue/town"
import { isHan } from "@/extraction/characters"
import { foldText } from "@/extraction/fold-text"
import { WordTree } from "@/extraction/lexicon/word-tree"

export type ResolvedTown = { town: string | null; townCode: number | null; townChoices: readonly number[] }

let byName: Map<string, Town[]> | null = null

/** Towns by name as texts are folded (於潜镇 is 于潜镇), also by the short name of a street (新村街 for 新村街道). Built
 * once, when first asked for. */
function townsNamed(name: string): readonly Town[] {
  if (!byName) {
    byName = new Map()
    for (const town of allTowns()) {
      const names = [town.name, town.name.replace(/街道办事处$/, "街道")]
      for (const each of new Set(names.map(foldText))) byName.set(each, [...(byName.get(each) ?? []), town])
    }
  }
  return byName.get(name) ?? []
}

const ending = /街道办事处|街道|镇|乡|苏木|街/g
const farthest = 9
const generic = /^(?:我|本|各|全|乡|该|村|城|集|建制|中心|小城|特色|示范|美丽|强)?(?:镇|乡|街道|街)$/

/** Every ending of `words` that could be a name: 遂溪县河头镇 gives 河头镇 too. Longest first. */
function namesIn(words: string): string[] {
  const names = new Set<string>()
  let floor = 0
  for (const match of words.matchAll(ending)) {
    const end = match.index + match[0].length
    let start = match.index
    while (start > floor && match.index - start < farthest && isHan(words.charCodeAt(start - 1))) start -= 1
    for (; start < match.index; start += 1) {
      const name = words.slice(start, end)
      if (generic.test(name)) continue
      names.add(name)
      if (name.endsWith("街")) names.add(`${name}道`)
    }
    floor = end
  }
  return [...names]
}

type Places = { names: WordTree; counties: readonly (readonly number[])[] }
let known: Places | null = null

/** Counties and prefectures by name. Built once, when first asked for. */
function knownPlaces(): Places {
  if (known) return known
  const items = new Map<string, number>()
  const counties: number[][] = []
  for (const { code, name, cityName } of allCounties()) {
    for (const each of new Set([foldText(name), foldText(cityName)])) {
      if (each.length < 3) continue
      const item = items.get(each) ?? counties.push([]) - 1
      items.set(each, item)
      counties[item]?.push(code)
    }
  }
  known = { names: new WordTree(items), counties }
  return known
}

/** Counties that the words name themselves or by their prefecture: 遂溪县, 湛江市. */
function countiesIn(words: string): ReadonlySet<number> {
  const { names, counties } = knownPlaces()
  const found = new Set<number>()
  for (let i = 0; i + 2 < words.length; i += 1) {
    const place = names.find(words, i)
    for (const code of place < 0 ? [] : (counties[place >> 6] ?? [])) found.add(code)
  }
  return found
}

export type TownClues = {
  title: string | null
  issuer: string | null
  head: string
  fileName: string
  indexNumber: string | null
  region: number | null
}

/** The area code inside an index number of open government: LH331082-077/2025-1 is of county 331082. */
function countyOfIndex(indexNumber: string | null): number | null {
  if (indexNumber === null) return null
  for (const match of indexNumber.matchAll(/\d{6}/g)) {
    const code = Number(match[0])
    if (countyOf(code)) return code
  }
  return null
}

/** Who reports: the first name of a known town in the title, the issuer, the file's name or the opening, a town of the
 * office's county before others. A name that several counties have is settled by that county, by the one in the index
 * number, or by the words. Never guessed. */
export function resolveTown(clues: TownClues): ResolvedTown {
  const { title, issuer, head, fileName, region } = clues
  const none: ResolvedTown = { town: null, townCode: null, townChoices: [] }
  const places = [title, issuer, fileName, head].filter((words): words is string => Boolean(words))
  const homes = [region, countyOfIndex(clues.indexNumber)].filter((code) => code !== null)
  const found = ({ name, code }: Town): ResolvedTown => ({ town: name, townCode: code, townChoices: [] })
  for (const place of places) {
    const named = namesIn(place).map((name) => ({ name, towns: townsNamed(name) }))
    const registered = named.filter(({ towns }) => towns.length > 0)
    for (const home of homes) {
      const own = registered.flatMap(({ towns }) => towns).find((town) => town.countyCode === home)
      if (own) return found(own)
    }
    const [first] = registered
    if (!first) continue
    const counties = first.towns.length > 1 ? countiesIn(places.join("\n")) : new Set<number>()
    const fitting = first.towns.filter((town) => first.towns.length === 1 || counties.has(town.countyCode))
    if (fitting.length === 1 && fitting[0]) return found(fitting[0])
    const choices = (fitting.length > 1 ? fitting : first.towns).map((town) => town.code)
    return { town: first.name, townCode: null, townChoices: choices }
  }
  const unknown = title ? namesIn(title)[0] : undefined
  return unknown ? { ...none, town: nameOfUnknown(title ?? "") } : none
}

/** A town that is in no register (an invented one): the name as the title writes it, up to the year or 人民政府. */
function nameOfUnknown(title: string): string | null {
  return /^(?:关于)?(?:.*?[省市县区])?([\u4e00-\u9fff]{1,7}?(?:街道|镇|乡))/.exec(title)?.[1] ?? null
}
