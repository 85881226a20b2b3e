import type { Refusal } from "@/documents/document"
import { type Explanation, explainReading } from "@/extraction/explain-reading"
import { readFile } from "@/services/read-file"

export type ExplainedFile = { ok: true; explanation: Explanation } | { ok: false; refusal: Refusal }

/** Why the figure at an offset of a file is read as it is. `offset` counts UTF-16 units of the file's text. */
export async function explainFile(
  bytes: Uint8Array,
  fileName: string,
  region: number | null,
  offset: number,
): Promise<ExplainedFile> {
  const outcome = await readFile(bytes, { region, fileName })
  if (!outcome.ok) return outcome
  const { text, metadata } = outcome.document
  return { ok: true, explanation: explainReading(text, metadata, { region, fileName }, offset) }
}
