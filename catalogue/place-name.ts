import { countyOf, townOf } from "@/catalogue/divisions"
import type { Locale } from "@/catalogue/messages/messages"
import { romaniseCounty, romaniseTown } from "@/catalogue/spell-name"

/** A town's name for readers of a language: in English, romanised. Its code where the town is not known. For the server only,
 * as spelling is. */
export function townName(code: number, locale: Locale): string {
  const town = townOf(code)
  if (!town) return String(code)
  return locale === "zh" ? town.name : romaniseTown(town)
}

/** The same of a county. */
export function countyName(code: number, locale: Locale): string {
  const county = countyOf(code)
  if (!county) return String(code)
  return locale === "zh" ? county.name : romaniseCounty(county.name)
}
