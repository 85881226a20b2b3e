import { isLight } from "@/documents/read-document"
import type { ReadingContext } from "@/extraction/report"
import { askReader } from "@/services/ask-reader"
import { type ReadFile, readHere } from "@/services/read-here"

export type { ReadFile } from "@/services/read-here"

/** Bytes to document, report and the findings that the report alone gives, without the year before. No database; never
 * throws on bad input. Whatever is large or of an office format is read by a process of its own, which a hostile file can
 * stall or kill without harm: refused as too_heavy. */
export async function readFile(bytes: Uint8Array, context: ReadingContext): Promise<ReadFile> {
  if (isLight(bytes, context.fileName ?? "")) return readHere(bytes, context)
  return askReader({ kind: "file", bytes, context })
}
