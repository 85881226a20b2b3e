import type { DrawnPage } from "@/documents/draw-page"
import { askReader } from "@/services/ask-reader"
import type { Desk } from "@/services/desk"
import { readOriginal } from "@/services/read-original"

/** A page of the file that a report was read from, drawn anew by the reading process; null where there is no such report.
 * Not ok for formats that have no pages of their own, and for pages that are not there. `version` as in `readOriginal`. */
export async function drawOriginal(
  desk: Desk,
  townCode: number,
  year: number,
  version: number | null,
  page: number,
): Promise<DrawnPage | null> {
  const original = await readOriginal(desk, townCode, year, version)
  return original && askReader({ kind: "page", bytes: original.bytes, page })
}
