import { z } from "zod"
import { Problem, type ProblemCode } from "@/services/problem"

const said = (most: number) =>
  z
    .string()
    .nullish()
    .transform((text) => text?.replaceAll("\0", "").trim() || null)
    .refine((text) => text === null || text.length <= most)

/** What a person writes in a thread, where a proposed figure comes from, and the figure in the metric's own unit. */
export const words = said(2000)
export const source = said(500)
export const value = z
  .number()
  .min(0)
  .nullish()
  .transform((figure) => figure ?? null)

const codes: Readonly<Record<string, ProblemCode>> = {
  ...{ words: "words_needed", source: "source_needed" },
  ...{ townCode: "not_found", year: "not_found", questionId: "not_found" },
  ...{ candidateId: "not_found", findingId: "not_found" },
}

/** Parses what was sent for a thread. Throws Problem by the first field that is wrong. */
export function parseEntry<Schema extends z.ZodType>(schema: Schema, raw: unknown): z.output<Schema> {
  const parsed = schema.safeParse(raw)
  if (parsed.success) return parsed.data
  const field = String(parsed.error.issues[0]?.path[0] ?? "")
  throw new Problem(codes[field] ?? "value_not_valid", field)
}
