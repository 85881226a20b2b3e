import { type MetricCode, metricOf } from "@/catalogue/metric"
import { metrics } from "@/catalogue/metrics"
import type { Connection } from "@/db/connect"
import { findFinding, findReading, findText, type PlacedReading } from "@/db/reads/find-place"
import type { ReportKey } from "@/db/reads/list-changes"
import type { Place } from "@/db/writes/insert-question"
import { readMarked } from "@/extraction/read-marked"
import { Problem } from "@/services/problem"

/** What a person points at. The first of these that is given counts. */
export type Pointed = {
  candidateId?: string | null | undefined
  findingId?: string | null | undefined
  start?: number | null | undefined
  end?: number | null | undefined
  metric?: MetricCode | null | undefined
}

const longestQuote = 400

/**
 * What somebody points at in a report, with the words as they are stored. A finding or a metric that one reading alone
 * answers to is about that reading, so that a figure taken corrects it and does not stand beside it. Throws Problem:
 * not_found, nothing_marked.
 */
export async function findPlace(tx: Connection, report: ReportKey, pointed: Pointed): Promise<Place> {
  const { candidateId, findingId, start, end } = pointed
  const metricId = pointed.metric ? metricOf(pointed.metric).id : null
  if (candidateId) {
    const reading = await findReading(tx, report, { id: candidateId })
    if (!reading) throw new Problem("not_found")
    return { ...placeOf(reading), findingId: findingId ? await idOf(tx, report, findingId) : null }
  }
  if (findingId) return placeOfFinding(tx, report, findingId, metricId)
  const nowhere = { candidateId: null, findingId: null, metricId, startsAt: null, quote: null }
  if (start != null || end != null) {
    const marked = readMarked(await findText(tx, report), start ?? -1, end ?? -1)
    if (!marked) throw new Problem("nothing_marked")
    return { ...nowhere, startsAt: marked.start, quote: marked.quote.slice(0, longestQuote) }
  }
  const reading = metricId === null ? null : await findReading(tx, report, { metricId })
  return reading ? placeOf(reading) : nowhere
}

const placeOf = ({ id, metricId, startsAt, quote }: PlacedReading): Place => ({
  ...{ candidateId: id, findingId: null, metricId, startsAt, quote },
})

async function placeOfFinding(tx: Connection, report: ReportKey, id: string, given: number | null) {
  const finding = await findFinding(tx, report, id)
  if (!finding) throw new Problem("not_found")
  const { startsAt, endsAt, quote, params } = finding
  const named = metrics.find(({ nameZh }) => nameZh === params.metric)?.id ?? given
  const reading =
    startsAt === null || endsAt === null
      ? null
      : await findReading(tx, report, { start: startsAt, end: endsAt })
  return {
    ...{ candidateId: reading?.id ?? null, findingId: id, metricId: reading?.metricId ?? named },
    ...{ startsAt, quote },
  }
}

async function idOf(tx: Connection, report: ReportKey, findingId: string): Promise<string> {
  if (!(await findFinding(tx, report, findingId))) throw new Problem("not_found")
  return findingId
}
