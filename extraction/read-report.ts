import { buildReading, ownReading } from "@/extraction/build-reading"
import { bareTitle, classifyLines } from "@/extraction/classify-lines"
import { fold } from "@/extraction/fold-text"
import { type Fate, readCandidates } from "@/extraction/read-candidates"
import type { ReadingContext, ReadReport } from "@/extraction/report"
import { resolveTown } from "@/extraction/resolve-town"
import { resolveYear } from "@/extraction/resolve-year"
import { splitSections } from "@/extraction/split-sections"

/** What the document says of itself; every part may be unknown. */
export type SourceMetadata = {
  title: string | null
  issuer: string | null
  indexNumber: string | null
  publishedOn: string | null
}

export type ExplainedReport = { report: ReadReport; fates: readonly Fate[] }

const headLength = 700

/** Reads a report and keeps what became of every figure, for `fadu explain`. */
export function readAndExplain(
  text: string,
  metadata: SourceMetadata,
  context: ReadingContext,
  explain = true,
): ExplainedReport {
  const folded = fold(text)
  const lines = classifyLines(folded)
  const titleLine =
    lines.find((line) => line.kind === "title" && /20\d\d/.test(line.words)) ??
    lines.find((line) => line.kind === "title")
  const titleWords = titleLine ? bareTitle(titleLine.words) : null
  const named = titleLine
    ? { words: folded.text.slice(titleLine.start, titleLine.end), start: titleLine.start }
    : null
  const { referenceYear, claims } = resolveYear(named, folded.text)
  const sections = splitSections(folded.text, lines, referenceYear)
  const built = buildReading(folded, lines)
  const reading = explain ? ownReading(built) : built
  const planYear = referenceYear === null ? null : referenceYear + 1
  const frame = {
    referenceYear,
    planYear,
    reporter: [titleWords, metadata.title, metadata.issuer, context.fileName].join(" "),
  }
  const { candidates, unclaimed, fates } = readCandidates(text, reading, sections, frame, explain)
  const clues = {
    title: titleWords ?? metadata.title,
    issuer: metadata.issuer,
    head: folded.text.slice(0, headLength),
    fileName: context.fileName ?? "",
    indexNumber: metadata.indexNumber,
    region: context.region,
  }
  const { town, townCode, townChoices } = resolveTown(clues)
  const report: ReadReport = {
    title: titleWords ?? metadata.title,
    town,
    townCode,
    townChoices,
    referenceYear,
    yearsClaimed: claims,
    publishedOn: metadata.publishedOn,
    indexNumber: metadata.indexNumber,
    issuer: metadata.issuer,
    sections,
    candidates,
    unclaimed,
  }
  return { report, fates }
}

/** A report's text to everything it says: who, which year, sections, candidates with evidence, unclaimed numbers. Pure and
 * deterministic; the cost is linear in the length. Never throws, whatever the text. */
export function readReport(text: string, metadata: SourceMetadata, context: ReadingContext): ReadReport {
  return readAndExplain(text, metadata, context, false).report
}
