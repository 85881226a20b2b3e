import { sql } from "drizzle-orm"
import { countEvents } from "@/db/reads/read-review"
import { asActor, type Desk, requireRight } from "@/services/desk"
import { findReport } from "@/services/lock-report"

/** How long a sign of life lasts; the page gives one every ten seconds. */
const seconds = 30

/** Says that the desk's person has a report open. Returns who else has it, and how much has happened to the report. Signs of
 * life are no facts: they leave no line in the audit log, and old ones are swept. Throws Problem: not_found. */
export async function meetOthers(
  desk: Desk,
  townCode: number,
  year: number,
): Promise<{ others: string[]; events: number }> {
  requireRight(desk, "reports.decide")
  return asActor(desk, async (tx) => {
    const { countyCode, reportId } = await findReport(tx, townCode, year)
    await tx.execute(sql`
      delete from desk_presence where county_code = ${countyCode} and seen_at < now() - interval '1 hour'`)
    await tx.execute(sql`
      insert into desk_presence (county_code, report_id, actor_id, name)
      values (${countyCode}, ${reportId}, ${desk.actor.id}, ${desk.actor.name})
      on conflict (county_code, report_id, actor_id) do update set seen_at = excluded.seen_at, name = excluded.name`)
    const rows = await tx.execute<{ name: string }>(sql`
      select name from desk_presence where county_code = ${countyCode} and report_id = ${reportId}
        and actor_id <> ${desk.actor.id} and seen_at > now() - make_interval(secs => ${seconds}) order by name`)
    return { others: rows.map(({ name }) => name), events: await countEvents(tx, townCode, year) }
  })
}
