import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { writeReadme } from "@/bench/write-readme"

const path = "bench/results.json"

/** Prints a part's figures and puts them in bench/results.json, the other parts' left as they are, and into the table. */
export function writeResults(part: string, results: object): void {
  console.log(part, JSON.stringify(results, null, 2))
  const kept = existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : {}
  writeFileSync(path, `${JSON.stringify({ ...kept, [part]: results }, null, 2)}\n`)
  writeReadme()
}
