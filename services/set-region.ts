import { countyOf } from "@/catalogue/divisions"
import { getSetting } from "@/db/reads/get-setting"
import { insertAudit } from "@/db/writes/insert-audit"
import { setSetting } from "@/db/writes/set-setting"
import type { Desk } from "@/services/desk"
import { Problem } from "@/services/problem"
import { requireReviewer } from "@/services/require-reviewer"

/** Sets the office's county. Throws Problem county_not_known. */
export async function setRegion(desk: Desk, countyCode: number): Promise<void> {
  requireReviewer(desk)
  if (!countyOf(countyCode)) throw new Problem("county_not_known", String(countyCode))
  await desk.db.transaction(async (tx) => {
    const before = await getSetting(tx, "region")
    await setSetting(tx, "region", { countyCode }, desk.actor.name)
    await insertAudit(tx, {
      ...{ actor: desk.actor.name, action: "settings.region", countyCode, subject: "settings:region" },
      ...{ before, after: { countyCode } },
    })
  })
}
