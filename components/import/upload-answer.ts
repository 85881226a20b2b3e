/** A town to name or to choose from: its code, its name, and the city and county that it lies in. */
export type NamedTown = { code: number; name: string; county: string }

/** What the site answers to one uploaded file; `elsewhere` is a report of a county other than the office's. */
export type UploadAnswer =
  | {
      outcome: "imported"
      town: NamedTown
      elsewhere: boolean
      year: number
      version: number
      counts: boolean
      candidates: number
      findings: number
    }
  | { outcome: "duplicate"; town: NamedTown; elsewhere: boolean; year: number; version: number }
  | {
      outcome: "question"
      asks: readonly ("town" | "year")[]
      town: string | null
      choices: readonly NamedTown[]
      year: number | null
    }
  | { outcome: "failed"; reason: string }
