import type { MetricCode } from "@/catalogue/metric"
import type { CandidateKind, Check, Exactness, Severity } from "@/catalogue/status"
import type { Town } from "@/catalogue/town"
import type { Section } from "@/extraction/report"

export type DecisionState = "open" | "accept" | "correct" | "reject"

/** A reading as the review desk shows it, with the decision that holds. `seen` counts the decisions so far. */
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
  start: number
  end: number
  quote: string
  sentence: string
  heading: string | null
  rule: string
  state: DecisionState
  seen: number
  corrected: number | null
  note: string | null
  decidedBy: string | null
  decidedAt: string | null
}

/** A finding with its message in the reader's language. */
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
}

/** A reading that another version has and this one has not, or has otherwise. */
export type VersionChange = {
  metric: MetricCode
  kind: CandidateKind
  change: "added" | "removed" | "changed"
  before: { quote: string } | null
  after: { quote: string } | null
}

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
  /** Against the version that counts, for one that does not. */
  changes: readonly VersionChange[] | null
  text: string
  sections: readonly Section[]
  readings: readonly Reading[]
  findings: readonly ShownFinding[]
  unclaimed: readonly { start: number; end: number; quote: string }[]
  broken: number
}
