import { listVersions } from "@/db/reads/find-report"
import { readOriginalFile } from "@/db/reads/read-original-file"
import { asReader, type Desk, requireRight } from "@/services/desk"

/** The file that a report was read from, byte for byte; null where there is none. `version` null means the one that
 * counts, else the newest. */
export async function readOriginal(desk: Desk, townCode: number, year: number, version: number | null) {
  requireRight(desk, "reports.read")
  const versions = await asReader(desk, (tx) => listVersions(tx, townCode, year))
  const wanted = versions.find((row) => (version === null ? row.counts : row.version === version))
  const report = wanted ?? (version === null ? versions[0] : undefined)
  if (!report) return null
  return asReader(desk, (tx) => readOriginalFile(tx, Math.floor(townCode / 1000), report.id))
}
