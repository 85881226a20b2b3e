import { demoCounty } from "@/catalogue/data/demo-county"
import divisions from "@/catalogue/data/divisions.json"
import { type County, kindOfTown, type Town } from "@/catalogue/town"

/** The first county code of the invented county: codes from here up belong to no real place. */
export const firstInventedCode = 990000

const provinceNames = new Map(Object.entries(divisions.provinces).map(([code, name]) => [Number(code), name]))
const cityNames = new Map(Object.entries(divisions.cities).map(([code, name]) => [Number(code), name]))
provinceNames.set(demoCounty.province.code, demoCounty.province.name)
cityNames.set(demoCounty.city.code, demoCounty.city.name)

const counties = new Map<number, County>()
const packedTowns = new Map<number, readonly string[]>()
const unpackedTowns = new Map<number, readonly Town[]>()

function addCounty(code: number, name: string, packed: readonly string[]) {
  const cityCode = Math.floor(code / 100)
  const provinceCode = Math.floor(code / 10_000)
  const cityName = cityNames.get(cityCode) ?? ""
  const provinceName = provinceNames.get(provinceCode) ?? ""
  counties.set(code, { code, name, cityCode, cityName, provinceCode, provinceName })
  packedTowns.set(code, packed)
}

for (const [code, line] of Object.entries(divisions.counties)) {
  const [name = "", ...towns] = line.split(" ")
  addCounty(Number(code), name, towns)
}
addCounty(demoCounty.county.code, demoCounty.county.name, demoCounty.towns)

/** All counties of the country in code order, and last the invented one of the demonstration data. */
export function allCounties(): readonly County[] {
  return [...counties.values()]
}

/** The county of a 6-digit code, or undefined. */
export function countyOf(code: number): County | undefined {
  return counties.get(code)
}

/** The towns of a county in code order; none for a code that is no county's. */
export function townsOfCounty(countyCode: number): readonly Town[] {
  const known = unpackedTowns.get(countyCode)
  if (known) return known
  const towns = (packedTowns.get(countyCode) ?? []).map((packed): Town => {
    const name = packed.slice(3)
    return { code: countyCode * 1000 + Number(packed.slice(0, 3)), name, kind: kindOfTown(name), countyCode }
  })
  unpackedTowns.set(countyCode, towns)
  return towns
}

/** The town of a 9-digit code, or undefined. */
export function townOf(code: number): Town | undefined {
  return townsOfCounty(Math.floor(code / 1000)).find((town) => town.code === code)
}

/** Every town of the country, county by county. */
export function allTowns(): readonly Town[] {
  return [...counties.keys()].flatMap(townsOfCounty)
}

/** The towns of a county and of the counties of the same prefecture: whose names a copied text may have left in. */
export function neighboursOf(countyCode: number): readonly Town[] {
  const cityCode = Math.floor(countyCode / 100)
  return [...counties.values()]
    .filter((county) => county.cityCode === cityCode)
    .flatMap(({ code }) => townsOfCounty(code))
}
