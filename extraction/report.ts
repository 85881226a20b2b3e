import type { Candidate, Unclaimed } from "@/extraction/candidate"

/** What a section is about, whatever its wording. */
export const sectionRoles = ["opening", "results", "shortcomings", "causes", "duty", "plan", "other"] as const
export type SectionRole = (typeof sectionRoles)[number]

/** A heading and the text under it, `[start, end)`; `level` 0 is the text before the first heading. */
export type Section = { heading: string | null; level: number; role: SectionRole; start: number; end: number }

/** The county (6-digit code) that the office or the command line says the report is from; it settles double names. */
export type ReadingContext = { region: number | null; fileName?: string }

/** A whole report, read. Null where the text does not say; `townCode` null too where the name fits several towns. */
export type ReadReport = {
  title: string | null
  town: string | null
  townCode: number | null
  /** Codes of the towns that the name could mean, when it is not one. */
  townChoices: readonly number[]
  referenceYear: number | null
  /** Years that title and body claim; more than one is a `year-mismatch`. */
  yearsClaimed: readonly { year: number; start: number; end: number }[]
  publishedOn: string | null
  indexNumber: string | null
  issuer: string | null
  sections: readonly Section[]
  candidates: readonly Candidate[]
  unclaimed: readonly Unclaimed[]
}
