import { readFileSync, writeFileSync } from "node:fs"

const file = "bench/drill.json"

/** Puts the figures of a drill beside those of the others into bench/drill.json. */
export function writeDrill(name: string, figures: Readonly<Record<string, unknown>>): void {
  const known = JSON.parse(readFileSync(file, "utf8"))
  const own = { ...known, [name]: { ...known[name], ...figures } }
  writeFileSync(file, `${JSON.stringify(own, null, 2)}\n`)
}
