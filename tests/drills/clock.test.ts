import { randomUUID } from "node:crypto"
import { sql } from "drizzle-orm"
import { expect, test } from "vitest"
import { claimItem } from "@/db/writes/import-items"
import { findVisitor } from "@/services/accounts/find-visitor"
import { linkForAccount, redeemPasswordLink } from "@/services/accounts/one-time-link"
import { signIn } from "@/services/accounts/sign-in"
import { addFile } from "@/services/add-file"
import { beginImport } from "@/services/begin-import"
import { decideCandidate } from "@/services/decide-candidate"
import { asActor } from "@/services/desk"
import { importReport } from "@/services/import-report"
import { publishReport } from "@/services/publish-report"
import { readNextFile } from "@/services/read-next-file"
import { viewPublished } from "@/services/view-published"
import { viewReport } from "@/services/view-report"
import { describeEachDatabase } from "@/tests/each-database"
import { deskOf } from "@/tests/services/desk-of"
import { finishReport } from "@/tests/services/finish-report"
import { bytesOf, reportText } from "@/tests/services/report-text"

const [county, shore] = [331082, 331082111]

describeEachDatabase("a clock that was moved back", (opened) => {
  const desk = () => deskOf(opened().db)

  /** Whatever was written stands a day in the future, as it does once the clock is a day behind. The log's times are sealed
   * by its chain and stay. */
  const moveBack = () =>
    opened().db.execute(sql`
      do $$
      declare here record;
      begin
        for here in select c.table_name as name, string_agg(format('%1$I = %1$I + interval ''1 day''', c.column_name), ', ') as moved
          from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
          where table_schema = 'public' and t.table_type = 'BASE TABLE' and data_type = 'timestamp with time zone'
            and table_name <> 'audit_log' group by c.table_name
        loop
          execute format('alter table %I disable trigger user', here.name);
          execute format('update %I set %s', here.name, here.moved);
          execute format('alter table %I enable trigger user', here.name);
        end loop;
      end $$`)

  test("stops no publication, and versions still follow one another", async () => {
    await importReport(desk(), { fileName: "a.txt", bytes: bytesOf(reportText()) }, county)
    await finishReport(desk(), shore, 2024)
    await moveBack()
    const report = await viewReport(desk(), shore, 2024, null, "zh")
    const reading = report?.readings.find(({ metric }) => metric === "contracts_reviewed")
    const { id: candidateId = "", seen = 0 } = reading ?? {}
    const correction = { action: "correct", value: 12, note: "镇里来函" } as const
    await decideCandidate(desk(), { townCode: shore, candidateId, seen, ...correction })
    await publishReport(desk(), { townCode: shore, year: 2024, seen: null, reason: "镇里来函更正" })
    const view = await viewPublished(deskOf(opened().db, "leader", "leader"), shore, 2024)
    expect(view?.figures.find(({ metric }) => metric === "contracts_reviewed")?.value).toBe(12)
    const [order] = await opened().db.execute(sql`
      select bool_and(superseded_at >= recorded_at) as follows, count(*)::int as ended from observations where superseded_at is not null`)
    expect(order).toEqual({ follows: true, ended: 1 })
  })

  test("keeps no file of an import from being read, and nobody out for longer than an hour", async () => {
    const job = await beginImport(desk(), county)
    await addFile(desk(), job, { fileName: "b.txt", bytes: bytesOf(reportText({ town: "汛桥镇" })) })
    expect(await asActor(desk(), (tx) => claimItem(tx, randomUUID(), job))).not.toBeNull()
    expect(await readNextFile(desk(), randomUUID(), job)).toBe(false)
    const admin = deskOf(opened().db, "boss", "administrator")
    const account = { username: "wang", name: "王", role: "reviewer", townCode: null } as const
    await redeemPasswordLink(admin, await linkForAccount(admin, "wang", account), "nineteen towns report")
    const nobody = () => deskOf(opened().db, "public", "public")
    const enter = (password: string) => signIn(nobody(), { username: "wang", password, userAgent: "test" })
    const { token } = await enter("nineteen towns report")
    for (let failed = 0; failed < 6; failed += 1) await enter("wrong").catch(() => {})
    await moveBack()
    expect(await readNextFile(desk(), randomUUID(), job)).toBe(true)
    expect(await viewReport(desk(), 331082100, 2024, null, "zh")).not.toBeNull()
    const { database, from } = nobody()
    expect((await findVisitor(database, from, token)).session).not.toBeNull()
    const refused = await enter("nineteen towns report").catch((error) => error)
    expect([refused.code, Number(refused.detail) <= 3600]).toEqual(["sign_in_waits", true])
  })
})
