import { z } from "zod"
import { Problem } from "@/services/problem"

/** What a form sent, as its schema has it. Throws Problem value_not_valid, which names the field. */
export function parseInput<S extends z.ZodType>(schema: S, raw: unknown): z.output<S> {
  const parsed = schema.safeParse(raw)
  if (!parsed.success) throw new Problem("value_not_valid", parsed.error.issues[0]?.path.join("."))
  return parsed.data
}

/** What a person wrote, at most so many characters, without blanks at its ends and NUL, which no database text holds; null for
 * nothing. */
export const written = (most: number) =>
  z
    .string()
    .nullish()
    .transform((text) => text?.replaceAll("\0", "").trim() || null)
    .refine((text) => text === null || text.length <= most)
