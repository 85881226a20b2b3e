import { townOf } from "@/catalogue/divisions"
import type { Locale } from "@/catalogue/messages/messages"
import type { Town } from "@/catalogue/town"
import { listVersions } from "@/db/reads/find-report"
import { readStoredReport, type StoredCandidate } from "@/db/reads/read-stored-report"
import { compareVersions } from "@/services/compare-versions"
import { describeFinding } from "@/services/describe-finding"
import { asActor, type Desk, requireRight } from "@/services/desk"

export type ReportView = NonNullable<Awaited<ReturnType<typeof viewReport>>>

/** A version of a town's report at the review desk: text, readings with the decisions that hold, findings in words; null
 * where there is none. `version` null means the one that counts, else the newest. `broken` counts readings whose quote no
 * longer stands at its offsets, which is looked at on every load: there must be none. */
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
  const { versions, stored } = await asActor(desk, async (tx) => {
    const versions = await listVersions(tx, townCode, year)
    const wanted = version ?? versions.find((row) => row.counts)?.version ?? versions[0]?.version
    return {
      versions,
      stored: wanted === undefined ? null : await readStoredReport(tx, townCode, year, wanted),
    }
  })
  if (!stored) return null
  const { report, text, fileName } = stored
  const counting = versions.find((row) => row.counts && row.version !== report.version)
  const other =
    counting && (await asActor(desk, (tx) => readStoredReport(tx, townCode, year, counting.version)))
  return {
    ...{ town, year, version: report.version, counts: report.counts, text, fileName },
    isRecognised: stored.reader === "ocr",
    changes: other ? compareVersions(other.candidates, stored.candidates) : null,
    versions: versions.map((row) => ({ version: row.version, counts: row.counts })),
    ...{
      title: report.title,
      issuer: report.issuer,
      indexNumber: report.indexNumber,
      publishedOn: report.publishedOn,
    },
    ...{ sections: report.sections, unclaimed: report.unclaimed },
    readings: stored.candidates.map((row) => readingOf(row, year)),
    findings: stored.findings.map((finding) => ({
      ...{ id: finding.id, check: finding.checkName, severity: finding.severity, quote: finding.quote },
      ...{ start: finding.startsAt, end: finding.endsAt },
      original: typeof finding.params.original === "string" ? finding.params.original : null,
      message: describeFinding({ check: finding.checkName, params: finding.params }, locale),
    })),
    broken: stored.candidates.filter(({ evidence: e }) => text.slice(e.startsAt, e.endsAt) !== e.quote)
      .length,
  }
}

function readingOf({ candidate, evidence, metric, decision }: StoredCandidate, year: number) {
  const { id, kind, value, missing, exactness, low, high, scope } = candidate
  const { quote, sentence, heading, rule } = evidence
  const holds = decision && decision.action !== "undo" ? decision : null
  return {
    ...{ id, metric, kind, value, missing, exactness, low, high, scope },
    referenceYear: candidate.referenceYear ?? year,
    ...{ start: evidence.startsAt, end: evidence.endsAt, quote, sentence, heading, rule },
    state: (holds?.action ?? "open") as "open" | "accept" | "correct" | "reject",
    seen: decision?.sequence ?? 0,
    corrected: holds?.value ?? null,
    ...{
      note: holds?.note ?? null,
      decidedBy: holds?.decidedBy ?? null,
      decidedAt: holds?.decidedAt ?? null,
    },
  }
}
