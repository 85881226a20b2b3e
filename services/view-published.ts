import { townOf } from "@/catalogue/divisions"
import type { Town } from "@/catalogue/town"
import { listHeld } from "@/db/reads/list-held"
import { listObservations } from "@/db/reads/list-observations"
import { asActor, type Desk, requireRight } from "@/services/desk"
import type { Observation } from "@/statistics/observation"

/** A town's published figures of a year with the sentences they rest on, in the report's order: what a reader opens who
 * may not see the report's other readings; none while nothing of a report that is held is published. Null where there is
 * no such report. */
export async function viewPublished(
  desk: Desk,
  townCode: number,
  year: number,
): Promise<{ town: Town; year: number; figures: readonly Observation[] } | null> {
  requireRight(desk, "figures.read")
  const town = townOf(townCode)
  if (!town) return null
  const [found, held] = await asActor(desk, (tx) =>
    Promise.all([
      listObservations(tx, { towns: [townCode], years: { from: year, to: year } }),
      listHeld(tx, town.countyCode),
    ]),
  )
  const figures = found
    .filter(({ reviewed }) => reviewed)
    .sort((a, b) => (a.evidence?.start ?? 0) - (b.evidence?.start ?? 0))
  const isHeld = held.some((report) => report.townCode === townCode && report.year === year)
  return figures.length > 0 || isHeld ? { town, year, figures } : null
}
