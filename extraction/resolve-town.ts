import { allCounties, allTowns, countyOf, townOf, townsOfCounty } from "@/catalogue/divisions"
import type { Town } from "@/catalogue/town"

export type ResolvedTown = { town: string | null; townCode: number | null; townChoices: readonly number[] }

let byName: Map<string, Town[]> | null = null

/** Towns by name, also by the short name of a street (新村街 for 新村街道). Built once, when first asked for. */
function townsNamed(name: string): readonly Town[] {
  if (!byName) {
    byName = new Map()
    for (const town of allTowns()) {
      const names = [town.name, town.name.replace(/街道办事处$/, "街道")]
      for (const each of new Set(names)) byName.set(each, [...(byName.get(each) ?? []), town])
    }
  }
  return byName.get(name) ?? []
}

const townWord = /([\u4e00-\u9fff]{1,9}?(?:街道办事处|街道|镇|乡|苏木|街))/g
const generic = /^(?:我|本|各|全|乡|该|村|城|集|建制|中心|小城|特色|示范|美丽|强)?(?:镇|乡|街道|街)$/

/** Every ending of `words` that could be a name: 遂溪县河头镇 gives 河头镇 too. Longest first. */
function namesIn(words: string): string[] {
  const names: string[] = []
  for (const match of words.matchAll(townWord)) {
    const whole = match[1] ?? ""
    for (let cut = 0; cut < whole.length - 1; cut += 1) {
      const name = whole.slice(cut)
      if (name.length >= 2 && !generic.test(name)) names.push(name, name.endsWith("街") ? `${name}道` : name)
    }
  }
  return [...new Set(names)]
}

/** Counties that the words name: 遂溪县, also 临海 for 临海市 where the word is two characters or more. */
function countiesIn(words: string): ReadonlySet<number> {
  const found = new Set<number>()
  for (const { code, name, cityName } of allCounties()) {
    if (name.length >= 3 && words.includes(name)) found.add(code)
    else if (cityName.length >= 3 && words.includes(cityName)) found.add(code)
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
  for (const match of (indexNumber ?? "").matchAll(/\d{6}/g)) {
    const code = Number(match[0])
    if (countyOf(code)) return code
  }
  return null
}

/** Who reports: the first name of a known town in the title, the issuer, the file's name or the opening. A name that
 * several counties have needs the county: from the office's region, else from the words. Never guessed. */
export function resolveTown(clues: TownClues): ResolvedTown {
  const { title, issuer, head, fileName } = clues
  const region = clues.region ?? countyOfIndex(clues.indexNumber)
  const none: ResolvedTown = { town: null, townCode: null, townChoices: [] }
  const places = [title, issuer, fileName, head].filter((words): words is string => Boolean(words))
  const words = places.join("\n")
  if (region !== null && countyOf(region)) {
    const names = new Set(townsOfCounty(region).map((town) => town.name))
    for (const place of places) {
      const own = namesIn(place).find((name) => names.has(name))
      const town = own ? townsOfCounty(region).find((each) => each.name === own) : undefined
      if (town) return { town: town.name, townCode: town.code, townChoices: [] }
    }
  }
  for (const place of places) {
    for (const name of namesIn(place)) {
      const towns = townsNamed(name)
      if (towns.length === 0) continue
      const counties = towns.length > 1 ? countiesIn(words) : new Set<number>()
      const fitting = towns.length > 1 ? towns.filter((town) => counties.has(town.countyCode)) : towns
      const [only] = fitting
      if (fitting.length === 1 && only) return { town: only.name, townCode: only.code, townChoices: [] }
      const choices = (fitting.length > 1 ? fitting : towns).map((town) => town.code)
      return { town: name, townCode: null, townChoices: choices }
    }
  }
  const unknown = title ? namesIn(title)[0] : undefined
  return unknown ? { ...none, town: nameOfUnknown(title ?? "") } : none
}

/** A town that is in no register (an invented one): the name as the title writes it, up to the year or 人民政府. */
function nameOfUnknown(title: string): string | null {
  return /^(?:关于)?(?:.*?[省市县区])?([\u4e00-\u9fff]{1,7}?(?:街道|镇|乡))/.exec(title)?.[1] ?? null
}

/** The town's name by its code, for those who have only the code. */
export function townName(code: number): string | null {
  return townOf(code)?.name ?? null
}
