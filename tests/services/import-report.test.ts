import { readFileSync } from "node:fs"
import { sql } from "drizzle-orm"
import { expect, test } from "vitest"
import { listReports } from "@/db/reads/list-reports"
import { importReport } from "@/services/import-report"
import { describeEachDatabase } from "@/tests/each-database"
import { deskOf } from "@/tests/services/desk-of"
import { bytesOf, reportText } from "@/tests/services/report-text"

const county = 331082
const seed = () => readFileSync("../shared/seeds/yanjiang-2024.txt")

describeEachDatabase("importing a report", (opened) => {
  const desk = () => deskOf(opened().db)
  const put = (text: string, answers = {}, region: number | null = county) =>
    importReport(desk(), { fileName: "a.txt", bytes: bytesOf(text) }, region, answers)
  const count = async () => (await listReports(opened().db, county)).length
  const audited = async () => (await opened().db.execute(sql`select from audit_log`)).length

  test("the seed page: its town, its year, six readings; the text is stored exactly", async () => {
    const outcome = await importReport(desk(), { fileName: "yanjiang-2024.txt", bytes: seed() }, county)
    expect(outcome).toMatchObject({
      outcome: "imported",
      townCode: 331082111,
      year: 2024,
      version: 1,
      counts: true,
      candidates: 6,
    })
    const [row] = await opened().db.execute<{ text: string; bytes: Buffer }>(
      sql`select text, bytes from documents`,
    )
    expect(row?.text).toBe(seed().toString("utf8"))
    expect(Buffer.from(row?.bytes ?? []).equals(seed())).toBe(true)
    const slices = await opened().db.execute<{ starts_at: number; ends_at: number; quote: string }>(
      sql`select starts_at, ends_at, quote from evidence`,
    )
    expect(slices).toHaveLength(6)
    for (const { starts_at, ends_at, quote } of slices)
      expect(row?.text.slice(starts_at, ends_at)).toBe(quote)
  })

  test("the same file twice is one report, even when both come at once", async () => {
    const text = reportText({ town: "杜桥镇" })
    const before = await count()
    const outcomes = await Promise.all([put(text), put(text)])
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(["duplicate", "imported"])
    expect(await put(text)).toMatchObject({ outcome: "duplicate", townCode: 331082112, year: 2024 })
    expect(await count()).toBe(before + 1)
  })

  test("a second version is kept beside the first, which goes on counting", async () => {
    await put(reportText({ town: "上盘镇", contracts: "50" }))
    expect(await put(reportText({ town: "上盘镇", contracts: "55" }))).toMatchObject({
      outcome: "imported",
      version: 2,
      counts: false,
    })
    const versions = (await listReports(opened().db, county)).filter(({ townCode }) => townCode === 331082113)
    expect(versions.map(({ version, counts }) => [version, counts])).toEqual([
      [2, false],
      [1, true],
    ])
  })

  test("without a year or a town it asks, and stores nothing until it is told", async () => {
    const [reports, lines] = [await count(), await audited()]
    expect(await put(reportText({ town: "我镇" }))).toMatchObject({
      outcome: "question",
      asks: ["town"],
      year: 2024,
    })
    expect(await put(reportText({ town: "桃渚镇", year: "" }))).toMatchObject({
      outcome: "question",
      asks: ["year"],
      town: "桃渚镇",
    })
    expect([await count(), await audited()]).toEqual([reports, lines])
    expect(await put(reportText({ town: "我镇" }), { townCode: 331082114 })).toMatchObject({
      outcome: "imported",
      townCode: 331082114,
    })
  })

  test("a name that several counties have is settled by the office's county, else asked", async () => {
    const text = reportText({ town: "河头镇" })
    const asked = await put(text, {}, null)
    expect(asked).toMatchObject({ outcome: "question", asks: ["town"], town: "河头镇" })
    expect(asked.outcome === "question" && asked.choices).toEqual(
      expect.arrayContaining([331082105, 440823114]),
    )
    expect(await put(text)).toMatchObject({ outcome: "imported", townCode: 331082105 })
  })

  test("what is no report is refused, and nothing changes", async () => {
    const [reports, lines] = [await count(), await audited()]
    const png = Buffer.from("89504e470d0a1a0a0000000d4948445200000001", "hex")
    const file = (bytes: Uint8Array) => importReport(desk(), { fileName: "x.txt", bytes }, county)
    expect(await file(new Uint8Array())).toEqual({ outcome: "refused", refusal: "empty" })
    expect(await file(png)).toEqual({ outcome: "refused", refusal: "damaged" })
    expect(await file(new Uint8Array(21 * 1024 * 1024).fill(65))).toEqual({
      outcome: "refused",
      refusal: "too_large",
    })
    await expect(put(reportText({ town: "我镇" }), { townCode: 331082999 })).rejects.toThrow("town_not_known")
    await expect(put(reportText({ year: "" }), { year: 2087 })).rejects.toThrow("year_not_valid")
    expect([await count(), await audited()]).toEqual([reports, lines])
  })

  test("a person who may only read imports nothing", async () => {
    const reader = {
      ...desk(),
      actor: { id: "leader", name: "leader", role: "leader" as const, townCode: null },
    }
    await expect(
      importReport(reader, { fileName: "a.txt", bytes: bytesOf(reportText()) }, county),
    ).rejects.toThrow("not_allowed")
  })
})
