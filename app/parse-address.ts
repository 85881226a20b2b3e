import { countyOf } from "@/catalogue/divisions"
import { readConfig } from "@/services/config"

export type SearchParams = Promise<Record<string, string | string[] | undefined>>

/** The first value of a parameter, or null. */
export function one(value: string | string[] | undefined): string | null {
  return (Array.isArray(value) ? value[0] : value) ?? null
}

/** A whole number of up to nine digits, or null: a bad value falls back. */
export function whole(value: string | string[] | undefined): number | null {
  const text = one(value)
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : null
}

/** The county that the address names (`county=331082`), if there is such a county. */
export function askedCounty(value: string | string[] | undefined): number | null {
  const code = whole(value)
  return code !== null && countyOf(code) ? code : null
}

/** The county that the installation was set up with, or null. */
export function installedCounty(): number | null {
  const outcome = readConfig(process.env)
  return "config" in outcome ? outcome.config.region : null
}
