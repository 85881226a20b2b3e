import type { Locale } from "@/catalogue/messages/messages"
import { townName } from "@/catalogue/place-name"
import type { Town } from "@/catalogue/town"

/** Towns with the names that readers of a language are shown: in English, romanised. */
export function nameTowns(towns: readonly Town[], locale: Locale): readonly Town[] {
  return locale === "zh" ? towns : towns.map((town) => ({ ...town, name: townName(town.code, locale) }))
}
