import { readFileSync } from "node:fs"
import { join } from "node:path"

const known = new Map<string, string>()

/** The text of a style sheet of the build by its address; null for any other address. */
export function readStyle(href: string): string | null {
  const file = /^\/_next\/(static\/[\w/-]+\.css)$/.exec(href)?.[1]
  if (!file) return null
  const text = known.get(file) ?? readFileSync(join(".next", file), "utf8")
  known.set(file, text)
  return text
}
