import { townOf } from "@/catalogue/divisions"
import { fitsQuery } from "@/catalogue/fits-query"
import { spellName } from "@/catalogue/spell-name"

/** What towns are found by, by their codes, and whether one fits a search: by characters, pinyin or initials. */
export function spellTowns(query: string): {
  keys: (townCode: number) => string
  found: (townCode: number) => boolean
} {
  const keys = (townCode: number) => spellName(townOf(townCode)?.name ?? "")
  return { keys, found: (townCode) => fitsQuery(keys(townCode), query) }
}
