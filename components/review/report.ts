import type { MetricCode } from "@/catalogue/metric"
import type { CandidateKind, Check, Exactness, MissingReason, Severity } from "@/catalogue/status"
import type { Town } from "@/catalogue/town"
import type { Section } from "@/extraction/report"
import type { MedianPoint } from "@/statistics/median-series"
import type { Series } from "@/statistics/series"

export type DecisionState = "open" | "accept" | "correct" | "reject"

/** A reading as the review desk shows it, with the decision that holds. `seen` counts the decisions so far. `origin` says who
 * proposed it: the rules, a person who marked it in the text, or a source beside the report, whose kind `source` is. */
export type Reading = {
  id: string
  metric: MetricCode
  kind: CandidateKind
  referenceYear: number
  value: number | null
  missing: "placeholder" | null
  exactness: Exactness | null
  low: number | null
  high: number | null
  scope: string | null
  origin: "read" | "marked" | "source"
  source: string | null
  start: number
  end: number
  quote: string
  sentence: string
  heading: string | null
  rule: string
  state: DecisionState
  seen: number
  corrected: number | null
  correctedExactness: Exactness | null
  note: string | null
  decidedBy: string | null
  decidedAt: string | null
}

/** A finding with its message in the reader's language, and what a person said of it. */
export type ShownFinding = {
  id: string
  check: Check
  severity: Severity
  message: string
  /** The paragraph elsewhere that this one is like, where text was copied. */
  original: string | null
  quote: string | null
  start: number | null
  end: number | null
  state: "open" | "confirm" | "overrule"
  seen: number
  note: string | null
  decidedBy: string | null
}

/** A number of the text that nothing was read from. */
export type FreeNumber = { start: number; end: number; quote: string; sentence: string; isOpen: boolean }

/** A reading that another version has and this one has not, or has otherwise. */
export type VersionChange = {
  metric: MetricCode
  kind: CandidateKind
  change: "added" | "removed" | "changed"
  before: { quote: string } | null
  after: { quote: string } | null
}

type Said = {
  value: number | null
  missing: MissingReason | null
  exactness: Exactness | null
  low: number | null
  high: number | null
}

/** A cell whose decided figure is not the published one. */
export type FigureChange = {
  kind: "result" | "target"
  metric: MetricCode
  year: number
  before: Said | null
  after: Said | null
}

export type Publication = {
  sequence: number
  reason: string | null
  publishedBy: string
  publishedAt: string
}

/** What is published of a metric of this town, beside the county's median. */
export type Trend = { metric: MetricCode; series: Series; median: readonly MedianPoint[] }

/** A report at the review desk. `counts` false is a version that another one stands for. */
export type ReviewReport = {
  town: Town
  year: number
  version: number
  counts: boolean
  versions: readonly { version: number; counts: boolean }[]
  title: string | null
  issuer: string | null
  indexNumber: string | null
  publishedOn: string | null
  fileName: string
  /** True for text that was recognised from a picture. */
  isRecognised: boolean
  /** True where the original has pages that can be shown. */
  hasPages: boolean
  /** Of the original, as it came. */
  sha256: string
  /** Against the version that counts, for one that does not. */
  versionChanges: readonly VersionChange[] | null
  text: string
  sections: readonly Section[]
  readings: readonly Reading[]
  findings: readonly ShownFinding[]
  unclaimed: readonly FreeNumber[]
  trends: readonly Trend[]
  publications: readonly Publication[]
  /** What publishing would change. */
  changes: readonly FigureChange[]
  /** How many things still need a person, and how many ever happened to the report. */
  left: number
  events: number
  broken: number
}

/** True for a reading that may become a figure. */
export const isBooked = ({ kind }: Pick<Reading, "kind">) => kind === "result" || kind === "target"

/** Whether two stretches of the text overlap. */
export function touches(
  finding: { start: number | null; end: number | null },
  { start, end }: { start: number; end: number },
): boolean {
  return finding.start !== null && finding.end !== null && finding.start < end && start < finding.end
}
