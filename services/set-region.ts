import { countyOf } from "@/catalogue/divisions"
import { getSetting } from "@/db/reads/get-setting"
import { insertAudit } from "@/db/writes/insert-audit"
import { setSetting } from "@/db/writes/set-setting"
import { asActor, type Desk, requireRight } from "@/services/desk"
import { Problem } from "@/services/problem"

/** Sets the office's county. Throws Problem county_not_known. */
export async function setRegion(desk: Desk, countyCode: number): Promise<void> {
  requireRight(desk, "region.set")
  if (!countyOf(countyCode)) throw new Problem("county_not_known", String(countyCode))
  await asActor(desk, async (tx) => {
    const before = await getSetting(tx, "region")
    await setSetting(tx, "region", { countyCode }, desk.actor.name)
    await insertAudit(tx, {
      ...{ action: "settings.region", countyCode, subject: "settings:region" },
      ...{ before, after: { countyCode } },
    })
  })
}
