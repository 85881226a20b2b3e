import { demoCounty } from "@/catalogue/data/demo-county"
import { deleteCounty } from "@/db/writes/delete-county"
import { insertAudit } from "@/db/writes/insert-audit"
import { setSetting } from "@/db/writes/set-setting"
import { asActor, type Desk, requireRight } from "@/services/desk"

/** Removes the demonstration data for good; real counties cannot be touched by it. Returns how many reports went. */
export async function emptyDemonstration(desk: Desk): Promise<number> {
  requireRight(desk, "reports.decide")
  const countyCode = demoCounty.county.code
  return asActor(desk, async (tx) => {
    const reports = await deleteCounty(tx, countyCode)
    await setSetting(tx, "demonstration", { countyCode, state: "emptied" }, desk.actor.name)
    const subject = "settings:demonstration"
    await insertAudit(tx, { action: "demonstration.empty", countyCode, subject, before: { reports } })
    return reports
  })
}
