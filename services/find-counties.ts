import { allCounties, townsOfCounty } from "@/catalogue/divisions"
import type { County } from "@/catalogue/town"

const most = 30

/** Counties whose code begins with the query, or whose name, with its city's and province's, holds all of its words. */
export function findCounties(query: string): { county: County; towns: number }[] {
  const words = query.split(/\s+/).filter(Boolean)
  const fits = (county: County) =>
    words.every((word) =>
      /^\d+$/.test(word)
        ? String(county.code).startsWith(word)
        : `${county.provinceName}${county.cityName}${county.name}`.includes(word),
    )
  return allCounties()
    .filter(fits)
    .slice(0, most)
    .map((county) => ({ county, towns: townsOfCounty(county.code).length }))
}
