import { townOf } from "@/catalogue/divisions"
import type { Town } from "@/catalogue/town"
import { listHeld } from "@/db/reads/list-held"
import { type Correction, listCorrections, listHistory, type PastFigure } from "@/db/reads/list-history"
import { listObservations } from "@/db/reads/list-observations"
import { listPublications, type Publication } from "@/db/reads/read-review"
import { asReader, type Desk, requireRight } from "@/services/desk"
import type { Observation } from "@/statistics/observation"

export type PublishedView = {
  town: Town
  year: number
  asOf: string | null
  /** In the report's order. */
  figures: readonly Observation[]
  publications: readonly Publication[]
  history: readonly PastFigure[]
  corrections: readonly Correction[]
}

/** A town's published figures of a year with the sentences they rest on, what each was before it was revised and why: what a
 * reader opens who may not see the report's other readings; none while nothing of a report that is held is published. `asOf`,
 * an ISO day, shows them as they stood then. Readers without an account are not told who published. Null where there is no
 * such report. */
export async function viewPublished(
  desk: Desk,
  townCode: number,
  year: number,
  asOf: string | null = null,
): Promise<PublishedView | null> {
  requireRight(desk, "figures.read")
  const town = townOf(townCode)
  if (!town) return null
  const [found, held, publications, history, corrections] = await asReader(desk, (tx) =>
    Promise.all([
      listObservations(tx, {
        ...{ towns: [townCode], years: { from: year, to: year }, asOf, sentences: true },
      }),
      listHeld(tx, town.countyCode),
      listPublications(tx, townCode, year),
      listHistory(tx, townCode, year),
      listCorrections(tx, townCode, year),
    ]),
  )
  const figures = found
    .filter(({ reviewed }) => reviewed)
    .sort((a, b) => (a.evidence?.start ?? 0) - (b.evidence?.start ?? 0))
  const isHeld = held.some((report) => report.townCode === townCode && report.year === year)
  if (figures.length === 0 && !isHeld) return null
  const named = desk.actor.role !== "public"
  return {
    ...{ town, year, asOf, figures, corrections: asOf ? [] : corrections },
    publications: publications.map((one) => (named ? one : { ...one, publishedBy: "" })),
    history: history.map((one) => (named ? one : { ...one, revisedBy: "" })),
  }
}
