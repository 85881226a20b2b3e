import { getSetting } from "@/db/reads/get-setting"
import { insertAudit } from "@/db/writes/insert-audit"
import { setSetting } from "@/db/writes/set-setting"
import { defaultIdleMinutes } from "@/services/accounts/find-visitor"
import { asActor, asReader, type Desk, requireRight } from "@/services/desk"
import { Problem } from "@/services/problem"

/** What the administrator may set for all. */
export type SiteSettings = { openReading: boolean; idleMinutes: number }

export function viewSettings(desk: Desk): Promise<SiteSettings> {
  requireRight(desk, "settings.change")
  return asReader(desk, async (tx) => ({
    openReading: (await getSetting(tx, "open_reading"))?.on ?? false,
    idleMinutes: (await getSetting(tx, "idle"))?.minutes ?? defaultIdleMinutes,
  }))
}

/** Sets both; what is as it was leaves no line. Throws Problem minutes_not_valid. */
export async function changeSettings(desk: Desk, wanted: SiteSettings): Promise<void> {
  const before = await viewSettings(desk)
  const { openReading, idleMinutes } = wanted
  if (!Number.isInteger(idleMinutes) || idleMinutes < 1 || idleMinutes > 480)
    throw new Problem("minutes_not_valid")
  if (openReading === before.openReading && idleMinutes === before.idleMinutes) return
  await asActor(desk, async (tx) => {
    await setSetting(tx, "open_reading", { on: openReading }, desk.actor.name)
    await setSetting(tx, "idle", { minutes: idleMinutes }, desk.actor.name)
    await insertAudit(tx, {
      ...{ action: "settings.change", countyCode: null, subject: "settings:site", before, after: wanted },
    })
  })
}
