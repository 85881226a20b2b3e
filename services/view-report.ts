import { townOf } from "@/catalogue/divisions"
import type { Locale } from "@/catalogue/messages/messages"
import { metricOfId } from "@/catalogue/metric"
import type { Town } from "@/catalogue/town"
import { listVersions } from "@/db/reads/find-report"
import { type FigureChange, listChanges } from "@/db/reads/list-changes"
import { countEvents, listFindingDecisions, listPublications, readUnclaimed } from "@/db/reads/read-review"
import { readStoredReport, type StoredCandidate, type StoredReport } from "@/db/reads/read-stored-report"
import { sentenceAround } from "@/extraction/read-marked"
import { compareVersions } from "@/services/compare-versions"
import { describeFinding } from "@/services/describe-finding"
import { asReader, type Desk, requireRight } from "@/services/desk"
import { readTrends } from "@/services/read-trends"

export type ReportView = NonNullable<Awaited<ReturnType<typeof viewReport>>>

/** A version of a town's report at the review desk: text, readings with the decisions that hold, findings in words, numbers
 * that nobody claimed, the trends that it will change, what is published of it and what would change; null where there is
 * none. `version` null means the one that counts, else the newest. `broken` counts readings whose quote no longer stands at
 * its offsets, which is looked at on every load: there must be none. */
export async function viewReport(
  desk: Desk,
  townCode: number,
  year: number,
  version: number | null,
  locale: Locale,
) {
  const town: Town | undefined = townOf(townCode)
  if (!town) return null
  requireRight(desk, "reports.read")
  const read = await asReader(desk, async (tx) => {
    const versions = await listVersions(tx, townCode, year)
    const wanted = version ?? versions.find((row) => row.counts)?.version ?? versions[0]?.version
    const stored = wanted === undefined ? null : await readStoredReport(tx, townCode, year, wanted)
    if (!stored) return null
    const { countyCode, id: reportId } = stored.report
    const counting = versions.find((row) => row.counts && row.version !== wanted)
    const metrics = [...new Set(stored.candidates.map(({ metric }) => metric))]
    return {
      ...{ versions, stored },
      other: counting ? await readStoredReport(tx, townCode, year, counting.version) : null,
      numbers: await readUnclaimed(tx, countyCode, reportId),
      judged: await listFindingDecisions(tx, countyCode, reportId),
      publications: await listPublications(tx, townCode, year),
      changes: stored.report.counts ? await listChanges(tx, { countyCode, townCode, year, reportId }) : [],
      events: await countEvents(tx, townCode, year),
      trends: await readTrends(tx, town, metrics, year),
    }
  })
  if (!read) return null
  const { stored, versions, other, publications } = read
  const { report, text, fileName } = stored
  const readings = stored.candidates
    .filter(({ candidate, decision }) => candidate.origin === "read" || isHeld(decision))
    .map((row) => readingOf(row, year))
  const findings = stored.findings.map((finding) => findingOf(finding, read.judged, locale))
  const unclaimed = read.numbers
    .filter(({ isClaimed }) => !isClaimed)
    .map(({ start, end, quote, isDismissed }) => {
      return { start, end, quote, isOpen: !isDismissed, sentence: sentenceAround(text, start, end) }
    })
  const open = (rows: readonly { state: string }[]) => rows.filter(({ state }) => state === "open").length
  return {
    ...{ town, year, version: report.version, counts: report.counts, text, fileName },
    isRecognised: stored.reader === "ocr",
    hasPages: stored.reader === "ocr" || stored.reader === "pdf",
    sha256: stored.sha256,
    versionChanges: other ? compareVersions(other.candidates, stored.candidates) : null,
    versions: versions.map((row) => ({ version: row.version, counts: row.counts })),
    ...{ title: report.title, issuer: report.issuer },
    ...{ indexNumber: report.indexNumber, publishedOn: report.publishedOn, sections: report.sections },
    ...{ readings, findings, unclaimed, trends: read.trends, events: read.events },
    left: open(readings) + open(findings) + unclaimed.filter(({ isOpen }) => isOpen).length,
    publications,
    changes: read.changes.flatMap(changeOf),
    broken: stored.candidates.filter((row) => isBroken(row, text)).length,
  }
}

const isHeld = (decision: StoredCandidate["decision"]) =>
  decision?.action === "accept" || decision?.action === "correct"

function isBroken({ evidence, candidate, source }: StoredCandidate, text: string): boolean {
  const within = candidate.origin === "source" ? source?.text : text
  return within !== undefined && within.slice(evidence.startsAt, evidence.endsAt) !== evidence.quote
}

function readingOf({ candidate, evidence, metric, decision, source }: StoredCandidate, year: number) {
  const { id, kind, value, missing, exactness, low, high, scope, origin } = candidate
  const { quote, sentence, heading, rule } = evidence
  const holds = decision && decision.action !== "undo" ? decision : null
  return {
    ...{ id, metric, kind, value, missing, exactness, low, high, scope, origin },
    source: source?.kind ?? null,
    referenceYear: candidate.referenceYear ?? year,
    ...{ start: evidence.startsAt, end: evidence.endsAt, quote, sentence, heading, rule },
    state: (holds?.action ?? "open") as "open" | "accept" | "correct" | "reject",
    seen: decision?.sequence ?? 0,
    corrected: holds?.value ?? null,
    correctedExactness: holds?.exactness ?? null,
    ...{
      note: holds?.note ?? null,
      decidedBy: holds?.decidedBy ?? null,
      decidedAt: holds?.decidedAt ?? null,
    },
  }
}

type Judged = Awaited<ReturnType<typeof listFindingDecisions>>

function findingOf(finding: StoredReport["findings"][number], judged: Judged, locale: Locale) {
  const last = judged.find((row) => row.findingId === finding.id) ?? null
  const holds = last && last.action !== "undo" ? last : null
  return {
    ...{ id: finding.id, check: finding.checkName, severity: finding.severity, quote: finding.quote },
    ...{ start: finding.startsAt, end: finding.endsAt },
    original: typeof finding.params.original === "string" ? finding.params.original : null,
    message: describeFinding({ check: finding.checkName, params: finding.params }, locale),
    state: (holds?.action ?? "open") as "open" | "confirm" | "overrule",
    ...{ seen: last?.sequence ?? 0, note: holds?.note ?? null, decidedBy: holds?.decidedBy ?? null },
  }
}

function changeOf({ kind, metricId, referenceYear, before, after }: FigureChange) {
  const metric = metricOfId(metricId)
  return metric ? [{ kind, metric: metric.code, year: referenceYear, before, after }] : []
}
