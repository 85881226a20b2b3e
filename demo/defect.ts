import type { Side } from "@/demo/style"

/** What is wrong with the report of a town, by the last three digits of its code, and year: the slips that real reports have. */
export type Defect = { town: number; year: number } & (
  | { kind: "no-report" | "late" | "expired-outline" | "copied" | "other-town" }
  | { kind: "placeholder"; sign: string }
  | { kind: "no-section"; side: Side }
)

export const defects: readonly Defect[] = [
  { town: 101, year: 2019, kind: "no-report" },
  { town: 200, year: 2019, kind: "no-report" },
  { town: 109, year: 2020, kind: "no-report" },
  { town: 202, year: 2021, kind: "no-report" },
  { town: 105, year: 2022, kind: "no-report" },
  { town: 111, year: 2023, kind: "no-report" },
  { town: 201, year: 2024, kind: "no-report" },
  { town: 103, year: 2021, kind: "late" },
  { town: 110, year: 2023, kind: "late" },
  { town: 200, year: 2024, kind: "late" },
  { town: 102, year: 2022, kind: "expired-outline" },
  { town: 201, year: 2022, kind: "expired-outline" },
  { town: 104, year: 2023, kind: "expired-outline" },
  { town: 107, year: 2024, kind: "expired-outline" },
  { town: 106, year: 2023, kind: "placeholder", sign: "XX" },
  { town: 202, year: 2023, kind: "placeholder", sign: "____" },
  { town: 100, year: 2024, kind: "placeholder", sign: "@" },
  { town: 110, year: 2024, kind: "placeholder", sign: "XX" },
  { town: 108, year: 2023, kind: "copied" },
  { town: 202, year: 2024, kind: "copied" },
  { town: 105, year: 2021, kind: "other-town" },
  { town: 111, year: 2024, kind: "other-town" },
  { town: 3, year: 2022, kind: "no-section", side: "causes" },
  { town: 200, year: 2023, kind: "no-section", side: "shortcomings" },
  { town: 104, year: 2024, kind: "no-section", side: "duty" },
]

/** The reports of the last year whose readings wait for a person. */
export const leftForReview: readonly number[] = [1, 100, 104, 107, 110, 202]
