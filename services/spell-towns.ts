import { fitsQuery } from "@/catalogue/fits-query"
import { spellName } from "@/catalogue/spell-name"

/** What towns are found by, and whether one fits a search: by characters, pinyin or initials. */
export function spellTowns(query: string): {
  keys: (name: string) => string
  found: (name: string) => boolean
} {
  return { keys: spellName, found: (name) => fitsQuery(spellName(name), query) }
}
