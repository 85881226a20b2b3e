import { type ChildProcess, spawn } from "node:child_process"
import { createInterface } from "node:readline"
import { sql } from "drizzle-orm"
import type { Database } from "@/db/connect"
import { checkAudit } from "@/services/check-audit"
import { checkDatabase } from "@/services/check-database"

/** What a process said before it was killed: places in order, each begun, imported, published or not. */
export type Said = { begun: number; imported: Map<string, number>; published: Map<string, number> }

/** Kills a process with all of its children; false once none is left. */
function killAll({ pid }: ChildProcess): boolean {
  try {
    return pid !== undefined && process.kill(-pid, "SIGKILL")
  } catch {
    return false
  }
}

/** Lets a process work on a database and kills it and all of its children with no warning, `afterMs` after it began, or after
 * its first import was acknowledged. */
export async function workAndKill(
  target: string,
  county: number,
  first: number,
  afterMs: number,
  from: "begun" | "imported",
): Promise<Said> {
  const args = ["--import", "tsx", "tests/drills/work-on.ts", target, String(county), String(first)]
  const child = spawn(process.execPath, args, { detached: true, stdio: ["ignore", "pipe", "inherit"] })
  const said: Said = { begun: first, imported: new Map(), published: new Map() }
  const ended = new Promise<void>((done) => child.once("exit", () => done()))
  let timer: NodeJS.Timeout | undefined
  const lines = createInterface({ input: child.stdout })
  lines.on("line", (line) => {
    const word = JSON.parse(line) as {
      begun?: number
      imported?: number
      published?: number
      town: number
      year: number
    }
    if (word[from] !== undefined) timer ??= setTimeout(() => killAll(child), afterMs)
    if (word.begun !== undefined) said.begun = word.begun
    if (word.imported !== undefined) said.imported.set(`${word.town}/${word.year}`, word.imported)
    if (word.published !== undefined) said.published.set(`${word.town}/${word.year}`, word.published)
  })
  await ended
  clearTimeout(timer)
  while (killAll(child)) await new Promise((done) => setTimeout(done, 20))
  return said
}

type Held = {
  key: string
  contracts: string | null
  disputes: string | null
  targets: number
  publications: number
}

/** What is wrong after a restart, in words; nothing where every acknowledged write is there, no town's year is half
 * published, nothing is there twice, every quote stands and the log's chain is whole. */
export async function faultsAfter(db: Database, said: Said): Promise<string[]> {
  const faults: string[] = []
  const held = await db.execute<Held>(sql`
    select r.town_code || '/' || r.reference_year as key,
      (select sum(value)::text from observations o join metrics m on m.id = o.metric_id and m.code = 'contracts_reviewed'
        where o.county_code = r.county_code and o.town_code = r.town_code and o.reference_year = r.reference_year and superseded_at is null) as contracts,
      (select sum(value)::text from observations o join metrics m on m.id = o.metric_id and m.code = 'disputes_mediated'
        where o.county_code = r.county_code and o.town_code = r.town_code and o.reference_year = r.reference_year and superseded_at is null) as disputes,
      (select count(*)::int from targets t where t.county_code = r.county_code and t.town_code = r.town_code
        and t.reference_year = r.reference_year + 1 and superseded_at is null) as targets,
      (select count(*)::int from publications p where p.county_code = r.county_code and p.report_id = r.id) as publications
    from reports r where r.counts`)
  const byKey = new Map(held.map((row) => [row.key, row]))
  if (byKey.size !== held.length) faults.push("a town's year counts twice")
  for (const key of said.imported.keys()) if (!byKey.has(key)) faults.push(`${key} was imported and is gone`)
  for (const [key, place] of said.published) {
    const row = byKey.get(key)
    if (row?.publications !== 1) faults.push(`${key} was published and is not`)
    if (row?.contracts !== String(place + 1) || row.disputes !== String(2 * place + 1))
      faults.push(`${key} holds other figures: ${row?.contracts}, ${row?.disputes}`)
  }
  for (const { key, publications, contracts, disputes, targets } of held) {
    const parts = [contracts !== null, disputes !== null, targets > 0]
    if (new Set([publications > 0, ...parts]).size > 1) faults.push(`${key} is half published: ${parts}`)
  }
  const { broken, wrongTotals } = await checkDatabase(db)
  if (broken > 0) faults.push(`${broken} quotes do not stand`)
  if (wrongTotals > 0) faults.push(`${wrongTotals} totals are wrong`)
  const { brokenAt, headDiffers } = await checkAudit(db, [])
  if (brokenAt !== null || headDiffers) faults.push(`the audit log is broken at ${brokenAt}`)
  return faults
}
