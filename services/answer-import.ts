import { and, eq, sql } from "drizzle-orm"
import { z } from "zod"
import { townOf } from "@/catalogue/divisions"
import { isMetricCode } from "@/catalogue/metric"
import { getSetting } from "@/db/reads/get-setting"
import { importItems } from "@/db/schema/import"
import { insertAudit } from "@/db/writes/insert-audit"
import { setSetting } from "@/db/writes/set-setting"
import { asActor, type Desk, requireRight } from "@/services/desk"
import type { Answers, ImportOutcome } from "@/services/import-report"
import { parseInput } from "@/services/parse-input"
import { Problem } from "@/services/problem"

const input = z.object({
  jobId: z.uuid(),
  ordinal: z.number().int(),
  townCode: z.number().int().nullable(),
  year: z.number().int().nullable(),
  /** What the columns of a table are: a metric's code for each head, null for one that is not imported. */
  columns: z.record(z.string(), z.string().nullable()).nullable(),
})

type Question = Extract<ImportOutcome, { outcome: "question" }>

/** Answers what an import asked of a file; it is then read again. What the columns of a table mean is remembered for every
 * table of its kind. Throws Problem: not_found, town_not_known, year_not_valid, changed_meanwhile. */
export async function answerImport(desk: Desk, raw: z.input<typeof input>): Promise<void> {
  requireRight(desk, "reports.import")
  const { jobId, ordinal, townCode, year, columns } = parseInput(input, raw)
  if (townCode !== null && !townOf(townCode)) throw new Problem("town_not_known", String(townCode))
  if (year !== null && (year < 1990 || year > desk.now.getFullYear())) throw new Problem("year_not_valid")
  await asActor(desk, async (tx) => {
    const ofItem = and(eq(importItems.jobId, jobId), eq(importItems.ordinal, ordinal))
    const [item] = await tx
      .select({ state: importItems.state, outcome: importItems.outcome, answers: importItems.answers })
      .from(importItems)
      .where(ofItem)
      .for("update")
    if (!item) throw new Problem("not_found")
    if (item.state !== "question") throw new Problem("changed_meanwhile")
    const asked = item.outcome as Question
    const given = item.answers as Answers
    const answers: Answers = {
      townCode: townCode ?? given.townCode ?? null,
      year: year ?? given.year ?? null,
    }
    await tx.update(importItems).set({ state: "waiting", answers, attempts: 0, outcome: null }).where(ofItem)
    const subject = `import:${jobId}`
    if (columns && asked.shape !== null) {
      const meaning = Object.fromEntries(
        asked.columns.map(({ header }) => {
          const metric = columns[header] ?? null
          return [header, metric !== null && isMetricCode(metric) ? metric : null]
        }),
      )
      await tx.execute(sql`select pg_advisory_xact_lock(hashtext('settings:tables'))`)
      const known = await getSetting(tx, "tables")
      await setSetting(tx, "tables", { ...known, [asked.shape]: meaning }, desk.actor.name)
      const action = "settings.tables"
      await insertAudit(tx, { action, countyCode: null, subject, after: meaning })
    }
    const after = { ordinal, ...answers }
    await insertAudit(tx, {
      action: "import.answer",
      countyCode: null,
      subject,
      after,
    })
  })
}
