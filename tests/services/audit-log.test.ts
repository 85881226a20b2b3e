import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { sql } from "drizzle-orm"
import { expect, test } from "vitest"
import { insertAudit } from "@/db/writes/insert-audit"
import { noteHead, readHeads } from "@/services/audit-heads"
import { checkAudit } from "@/services/check-audit"
import { asActor } from "@/services/desk"
import { exportAudit } from "@/services/export-audit"
import { type AuditQuery, viewAudit } from "@/services/view-audit"
import { describeEachDatabase } from "@/tests/each-database"
import { deskOf } from "@/tests/services/desk-of"

const everything: AuditQuery = {
  person: null,
  action: null,
  subject: null,
  from: null,
  to: null,
  below: null,
}
const line = (subject: string, after: unknown = null) => ({
  action: "test.x",
  countyCode: null,
  subject,
  after,
})

describeEachDatabase("the audit log", (opened) => {
  const write = (name: string, subject: string, after: unknown = null) =>
    asActor(deskOf(opened().db, name), (tx) => insertAudit(tx, line(subject, after)))
  const auditor = () => deskOf(opened().db, "shen", "auditor")
  const whole = { brokenAt: null, headDiffers: false, missing: [] }
  const triggers = (state: "disable" | "enable") =>
    opened().db.execute(sql.raw(`alter table audit_log ${state} trigger user`))
  /** What a superuser could do to the log behind everybody's back. */
  const tamper = async (statement: string) => {
    await triggers("disable")
    await opened().db.execute(sql.raw(statement))
    await triggers("enable")
  }
  const check = () => checkAudit(opened().db, [])

  test("who, from where and when come from the transaction, whatever the writer claims; the chain holds", async () => {
    await write("王", "report:1", { value: 3, note: 'a\u2028"引号"\n\'; drop' })
    await asActor(deskOf(opened().db, "李"), (tx) =>
      tx.execute(sql`
        insert into audit_log (id, at, actor_id, actor, channel, address, action, subject, hash)
        values (999, '2001-01-01', 'boss', '领导', 'terminal', '0', 'test.forged', 's', 'x')`),
    )
    const { lines } = await viewAudit(auditor(), everything)
    expect(
      lines.map(({ id, actor, actorId, channel, address }) => [id, actor, actorId, channel, address]),
    ).toEqual([
      [2, "李", "李", "web", "192.0.2.7"],
      [1, "王", "王", "web", "192.0.2.7"],
    ])
    expect(lines[0]?.at).not.toMatch(/^2001/)
    expect(await check()).toMatchObject({ ...whole, lines: 2 })
  })

  test("writers at the same time queue: numbers without a gap, no fork", async () => {
    const others = [1, 2, 3, 4].map(() => opened().another())
    const before = (await check()).lines
    const work = others.flatMap((other, i) =>
      Array.from({ length: 10 }, (_, j) =>
        asActor(deskOf(other.db, `p${i}`), (tx) =>
          insertAudit(tx, [line(`a:${i}/${j}`), line(`b:${i}/${j}`)]),
        ),
      ),
    )
    await Promise.all(work)
    await Promise.all(others.map((other) => other.close()))
    const state = await check()
    expect(state).toMatchObject({ ...whole, lines: before + 80 })
    expect(state.head.id).toBe(before + 80)
  })

  test("a write that is undone leaves no line and no hole", async () => {
    const before = await check()
    await asActor(deskOf(opened().db, "王"), async (tx) => {
      await insertAudit(tx, line("undone"))
      throw new Error("undone")
    }).catch(() => {})
    await write("王", "after")
    expect(await check()).toMatchObject({
      ...whole,
      lines: before.lines + 1,
      head: { id: before.head.id + 1 },
    })
  })

  test("a superuser's change of a line shows, whichever column it was", async () => {
    for (const change of [
      ["actor = 'x'", "actor = '王'"],
      ["at = at + interval '1 microsecond'", "at = at - interval '1 microsecond'"],
      [`after = jsonb_set(after, '{value}', '4')`, `after = jsonb_set(after, '{value}', '3')`],
      ["address = null", "address = '192.0.2.7'"],
    ] as const) {
      await tamper(`update audit_log set ${change[0]} where id = 1`)
      expect([change[0], (await check()).brokenAt]).toEqual([change[0], 1])
      await tamper(`update audit_log set ${change[1]} where id = 1`)
      expect((await check()).brokenAt).toBeNull()
    }
  })

  test("a removed line in the middle, a removed tail, and a whole chain made anew all show", async () => {
    const folder = mkdtempSync(join(tmpdir(), "fadu-heads-"))
    // Lines of its own: which writer has which number is chance.
    await write("王", "middle")
    await write("王", "last")
    const middle = (await check()).head.id - 1
    const head = await noteHead(opened().db, folder, new Date("2026-03-01"))
    expect(await readHeads(folder)).toEqual([head])
    await write("王", "later")
    expect((await checkAudit(opened().db, await readHeads(folder))).missing).toEqual([])

    await tamper("delete from audit_log where subject = 'later'")
    expect(await check()).toMatchObject({ brokenAt: null, headDiffers: true })
    await tamper(
      "update audit_head set last_id = l.id, hash = l.hash from (select id, hash from audit_log order by id desc limit 1) l",
    )
    expect(await check()).toMatchObject({ brokenAt: null, headDiffers: false })

    await tamper(`delete from audit_log where id = ${head.id}`)
    await tamper(
      "update audit_head set last_id = l.id, hash = l.hash from (select id, hash from audit_log order by id desc limit 1) l",
    )
    await write("王", "in its place")
    expect(await check()).toMatchObject(whole)
    expect((await checkAudit(opened().db, await readHeads(folder))).missing).toEqual([head])
    await tamper("delete from audit_log where subject = 'middle'")
    expect((await check()).brokenAt).toBe(middle + 1)
    rmSync(folder, { recursive: true })
  })

  test("the auditor filters by person, action, subject and day; pages follow without overlap", async () => {
    const find = (query: Partial<AuditQuery>) => viewAudit(auditor(), { ...everything, ...query })
    expect((await find({ person: "p3" })).lines).toHaveLength(20)
    expect((await find({ subject: "a:2/" })).lines).toHaveLength(10)
    expect((await find({ action: "test.forged" })).lines.map(({ actor }) => actor)).toEqual(["李"])
    const today = new Date(Date.now() + 8 * 3600_000).toISOString().slice(0, 10)
    expect((await find({ from: today, to: today, action: "test.forged" })).lines).toHaveLength(1)
    expect((await find({ to: "2020-01-01" })).lines).toEqual([])
    const first = await find({})
    const second = await viewAudit(auditor(), { ...everything, below: first.next })
    expect(first.lines).toHaveLength(50)
    expect(second.lines[0]?.id).toBeLessThan(first.lines.at(-1)?.id ?? 0)
  })

  test("the export is whole, marks UTF-8, and no cell can run as a formula", async () => {
    await write("=cmd|'/c calc'!A1", "formula", { note: '=1+1,"x"' })
    let text = ""
    for await (const chunk of exportAudit(auditor(), everything, "zh")) text += chunk
    expect(text.startsWith("\ufeff序号,时间,人员,来源,操作,对象,之前,之后,校验值\r\n")).toBe(true)
    expect(text.trimEnd().split("\r\n")).toHaveLength((await check()).lines + 1)
    expect(text).toContain(`,'=cmd|'/c calc'!A1 (=cmd|'/c calc'!A1),`)
    expect(text).not.toMatch(/(^|,)"?[=+@-]/m)
    expect(() => exportAudit(deskOf(opened().db, "chen", "administrator"), everything, "zh")).toThrow(
      "not_allowed",
    )
    await expect(viewAudit(deskOf(opened().db), everything)).rejects.toThrow("not_allowed")
  })
})
