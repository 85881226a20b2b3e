import { z } from "zod"
import { readUnclaimed } from "@/db/reads/read-review"
import { numberActions, numberDecisions } from "@/db/schema/review"
import { inChunks } from "@/db/writes/in-chunks"
import { insertAudit } from "@/db/writes/insert-audit"
import { asActor, type Desk, requireRight } from "@/services/desk"
import { lockReport } from "@/services/lock-report"
import { parseInput } from "@/services/parse-input"
import { isTaken, Problem } from "@/services/problem"

const input = z.object({
  townCode: z.coerce.number().int(),
  year: z.coerce.number().int(),
  /** Where the numbers begin in the text, as the report lists them. */
  starts: z.array(z.coerce.number().int().min(0)).min(1),
  action: z.enum(numberActions),
})
export type NumbersInput = z.input<typeof input>

/**
 * Says of numbers that nothing was read from that they are none of the catalogue's, or takes that back. Those that already
 * are what is asked stay as they are. Throws Problem: not_found for a place where no such number stands, changed_meanwhile,
 * report_does_not_count.
 */
export async function dismissNumbers(desk: Desk, raw: NumbersInput): Promise<void> {
  requireRight(desk, "reports.decide")
  const { townCode, year, starts, action } = parseInput(input, raw)
  try {
    await asActor(desk, async (tx) => {
      const { countyCode, reportId } = await lockReport(tx, townCode, year)
      const numbers = await readUnclaimed(tx, countyCode, reportId)
      const asked = starts.map((start) => {
        const number = numbers.find((one) => one.start === start)
        if (!number) throw new Problem("not_found", String(start))
        return number
      })
      const changed = asked.filter(({ isDismissed }) => isDismissed !== (action === "dismiss"))
      await inChunks(changed, (chunk) =>
        tx.insert(numberDecisions).values(
          chunk.map(({ start, seen }) => ({
            ...{ countyCode, reportId, startsAt: start, sequence: seen + 1, action },
            decidedBy: desk.actor.name,
          })),
        ),
      )
      if (changed.length === 0) return
      await insertAudit(tx, {
        ...{ action: `numbers.${action}`, countyCode, subject: `report:${townCode}/${year}` },
        after: { numbers: changed.map(({ quote }) => quote) },
      })
    })
  } catch (error) {
    if (isTaken(error)) throw new Problem("changed_meanwhile")
    throw error
  }
}
