import { countyOf } from "@/catalogue/divisions"
import type { County } from "@/catalogue/town"
import { getSetting } from "@/db/reads/get-setting"
import { listCounties } from "@/db/reads/list-held"
import { asReader, type Desk } from "@/services/desk"

/** The county that a page is about and which revision its data is of ("" while it holds no report), those that hold reports,
 * and the one of the demonstration data while it is here. */
export type Region = {
  county: County | null
  revision: string
  choices: readonly { county: County; reports: number }[]
  demonstration: number | null
}

/** `asked` is the county that the address names; else the office's own setting, the installation's, or the
 * demonstration's. */
export async function findRegion(
  desk: Desk,
  asked: number | null,
  installed: number | null,
): Promise<Region> {
  const [setting, demonstration, counties] = await asReader(desk, (tx) =>
    Promise.all([getSetting(tx, "region"), getSetting(tx, "demonstration"), listCounties(tx)]),
  )
  const loaded = demonstration?.state === "loaded" ? demonstration.countyCode : null
  const code = asked ?? setting?.countyCode ?? installed ?? loaded ?? counties[0]?.countyCode
  return {
    county: (code && countyOf(code)) || null,
    revision: counties.find(({ countyCode }) => countyCode === code)?.revision ?? "",
    choices: counties.flatMap(({ countyCode, reports }) => {
      const county = countyOf(countyCode)
      return county ? [{ county, reports }] : []
    }),
    demonstration: loaded,
  }
}
