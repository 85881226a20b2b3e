// Reduces the table of the npm package opencc-js (facts: OpenCC's TSCharacters, Apache-2.0) to traditional.json, the
// characters of one unit each: node catalogue/data/reduce-traditional.mjs FOLDER-OF-THE-PACKAGE
import { writeFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { pathToFileURL } from "node:url"

const folder = process.argv[2]
if (!folder) {
  console.error("usage: node catalogue/data/reduce-traditional.mjs FOLDER")
  process.exit(2)
}
const table = pathToFileURL(resolve(join(folder, "dist/esm-lib/dict/TSCharacters.js")))
const { default: rows } = await import(table.href)
/** Written otherwise in reports, and not in that table. */
const variants = ["佈布", "併并", "昇升", "啓启", "羣群", "峯峰", "牀床", "衆众", "淸清", "綫线", "爲为", "説说", "内内", "査查", "戸户", "緑绿", "靑青"]
const pairs = new Map()
for (const row of rows.split("|")) {
  const [traditional = "", simplified = ""] = row.split(" ")
  if (traditional.length === 1 && simplified.length === 1) pairs.set(traditional, simplified)
}
for (const [traditional, simplified] of variants) if (traditional !== simplified) pairs.set(traditional, simplified)
// A character that is itself a result stays what it is, so that folding twice changes nothing.
for (const simplified of [...pairs.values()]) pairs.delete(simplified)
const all = [...pairs].map(([traditional, simplified]) => traditional + simplified).sort()
writeFileSync(new URL("traditional.json", import.meta.url), `${JSON.stringify({ pairs: all.join("") })}\n`)
