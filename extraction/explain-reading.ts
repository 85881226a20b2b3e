import type { Candidate } from "@/extraction/candidate"
import { readAndExplain, type SourceMetadata } from "@/extraction/read-report"
import type { ReadingContext, Section } from "@/extraction/report"
import { sectionAt } from "@/extraction/split-sections"

/** Everything that led to a reading: `tried` are the rules that fit, best first, `outside` what the figure counts where
 * it is no metric's. `figure` is null where no figure stands at the offset. */
export type Explanation = {
  section: Section | null
  sentence: string
  figure: { quote: string; value: number | null; exactness: string | null; classifier: string | null } | null
  clause: string
  wordsBefore: readonly string[]
  wordsAfter: readonly string[]
  tried: readonly { rule: string; metric: string; score: number; via: string }[]
  judgements: readonly { metric: string; kind: string; year: number | null; because: string }[]
  outside: string | null
  candidates: readonly Candidate[]
}

const shownRules = 8

/** Explains the figure at an offset of the text, or the one nearest after it in the same line. */
export function explainReading(
  text: string,
  metadata: SourceMetadata,
  context: ReadingContext,
  offset: number,
): Explanation {
  const { report, fates } = readAndExplain(text, metadata, context)
  const fate = fates.find(({ quantity, reading: { at } }) => (at[quantity.end - 1] ?? 0) >= offset)
  const section = sectionAt(report.sections, offset)
  const lineStart = text.lastIndexOf("\n", Math.max(0, offset - 1)) + 1
  const lineEnd = text.indexOf("\n", offset)
  const line = text.slice(lineStart, lineEnd < 0 ? text.length : lineEnd)
  if (!fate || (fate.reading.at[fate.quantity.start] ?? 0) > lineStart + line.length) {
    return {
      section,
      sentence: line,
      figure: null,
      clause: "",
      wordsBefore: [],
      wordsAfter: [],
      tried: [],
      judgements: [],
      outside: null,
      candidates: [],
    }
  }
  const { reading, quantity, segment, matches, drafts, outside } = fate
  const slice = (start: number, end: number) => reading.text.slice(start, end)
  return {
    section,
    sentence: drafts[0]?.candidate.evidence.sentence ?? line,
    figure: {
      quote: slice(quantity.start, quantity.end),
      value: quantity.value,
      exactness: quantity.exactness,
      classifier: quantity.classifier,
    },
    clause: segment ? slice(segment.start, segment.end) : "",
    wordsBefore: segment?.before.map(({ start, end }) => slice(start, end)).reverse() ?? [],
    wordsAfter: segment?.after.map(({ start, end }) => slice(start, end)) ?? [],
    tried: matches.slice(0, shownRules).map(({ rule, score, via }) => ({
      rule: rule.name,
      metric: rule.metric,
      score: Math.round(score),
      via,
    })),
    judgements: drafts.map(({ match, judgement }) => ({
      metric: match.rule.metric,
      kind: judgement.kind,
      year: judgement.year,
      because: judgement.rule,
    })),
    outside,
    candidates: drafts.map(({ candidate }) => candidate),
  }
}
