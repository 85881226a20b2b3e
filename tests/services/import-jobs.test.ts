import { randomUUID } from "node:crypto"
import { sql } from "drizzle-orm"
import { expect, test } from "vitest"
import { claimItem, finishItem } from "@/db/writes/import-items"
import { addFile } from "@/services/add-file"
import { answerImport } from "@/services/answer-import"
import { beginImport } from "@/services/begin-import"
import { dismissImport } from "@/services/dismiss-import"
import { readNextFile } from "@/services/read-next-file"
import { viewImport } from "@/services/view-import"
import { viewReport } from "@/services/view-report"
import { buildZip } from "@/tests/documents/build-zip"
import { describeEachDatabase } from "@/tests/each-database"
import { deskOf } from "@/tests/services/desk-of"
import { bytesOf, reportText } from "@/tests/services/report-text"

const county = 331082
const towns = ["沿江镇", "杜桥镇", "上盘镇", "桃渚镇", "涌泉镇", "东塍镇", "汇溪镇", "小芝镇"]

describeEachDatabase("an import", (opened) => {
  const desk = () => deskOf(opened().db)
  const begin = () => beginImport(desk(), county)
  const add = (job: string, fileName: string, content: string | Uint8Array) =>
    addFile(desk(), job, { fileName, bytes: typeof content === "string" ? bytesOf(content) : content })
  const view = async (job: string) => {
    const found = await viewImport(desk(), job, "zh")
    if (!found) throw new Error("no import")
    return found
  }
  async function runAll(job: string, runner: string = randomUUID()) {
    while (await readNextFile(desk(), runner, job));
  }
  const reportsOf = async (year: number) => {
    const rows = await opened().db.execute<{ town_code: number; version: number }>(
      sql`select town_code, version from reports where reference_year = ${year} order by town_code, version`,
    )
    return rows.map(({ town_code, version }) => [town_code, version])
  }
  const year = (at: string, extra = "") => reportText({ town: extra, year: at })

  test("keeps each file before it is read, says what became of each, and lets go of bytes that nobody needs", async () => {
    const job = await begin()
    await add(job, "2023/沿江镇.txt", year("2023", "沿江镇"))
    await add(job, "空.txt", "")
    await add(job, "程序.docx", new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0]))
    await add(job, "../../etc/passwd", year("2023", "杜桥镇"))
    expect(await view(job)).toMatchObject({ files: 4, open: 3, refused: 1 })
    await runAll(job)
    const done = await view(job)
    expect(done).toMatchObject({ files: 4, open: 0, imported: 2, refused: 2, questions: 0 })
    expect(done.items.map(({ fileName }) => fileName)).toEqual([
      "2023/沿江镇.txt",
      "空.txt",
      "程序.docx",
      "etc/passwd",
    ])
    expect(done.items.map(({ words }) => words)).toEqual([
      "已导入：沿江镇 2023年，读出 4 条，提示 0 条",
      "没有导入：文件是空的，没有可读的文字。",
      expect.stringContaining("没有导入：内容不是文档"),
      expect.stringContaining("已导入：杜桥镇 2023年"),
    ])
    const [kept] = await opened().db.execute<{ count: number }>(
      sql`select count(*)::int as count from import_items where bytes is not null`,
    )
    expect(kept?.count).toBe(0)
  })

  test("is read in the name of whoever sent it, by the account and not by its name", async () => {
    const sender = {
      ...desk(),
      actor: { id: "account-7", name: "经办人甲", role: "reviewer", townCode: null } as const,
    }
    const job = await beginImport(sender, county)
    await addFile(sender, job, { fileName: "a.txt", bytes: bytesOf(year("2017", "沿江镇")) })
    await runAll(job)
    const lines = await opened().db.execute<{ actor_id: string; actor: string }>(
      sql`select actor_id, actor from audit_log where action = 'report.import' and subject = 'report:331082111/2017'`,
    )
    expect([...lines]).toEqual([{ actor_id: "account-7", actor: "经办人甲" }])
  })

  test("a question can be dismissed: the file is let go of, once, and nothing is stored", async () => {
    const job = await begin()
    await add(job, "a.txt", reportText({ town: "我镇", year: "" }))
    await runAll(job)
    await dismissImport(desk(), job, 1)
    expect((await view(job)).items.map(({ state, words }) => [state, words])).toEqual([
      ["refused", "没有导入：经办人选择不导入，文件没有保存。"],
    ])
    const [row] = await opened().db.execute(
      sql`select bytes is null as gone from import_items where job_id = ${job}`,
    )
    expect(row).toEqual({ gone: true })
    await expect(dismissImport(desk(), job, 1)).rejects.toThrow("changed_meanwhile")
    await expect(dismissImport(desk(), job, 2)).rejects.toThrow("not_found")
  })

  test("is gone on with after a kill at any point: nothing is lost, nothing is doubled", async () => {
    const job = await begin()
    for (const town of towns) await add(job, `${town}.txt`, year("2022", town))
    const dead = randomUUID()
    // A process that dies while it reads leaves its claim behind.
    expect((await claimItem(opened().db, dead, job))?.ordinal).toBe(1)
    await readNextFile(desk(), dead, job)
    // Until its time is over nobody else takes that file.
    const other = randomUUID()
    await runAll(job, other)
    expect(await view(job)).toMatchObject({ open: 1, imported: towns.length - 1 })
    await opened().db.execute(
      sql`update import_items set claimed_until = now() - interval '1 second' where claimed_by = ${dead}`,
    )
    await runAll(job, other)
    expect(await view(job)).toMatchObject({ open: 0, imported: towns.length, duplicates: 0 })
    expect((await reportsOf(2022)).map(([, version]) => version)).toEqual(towns.map(() => 1))
  })

  test("a process that was silent too long cannot finish what another has taken up", async () => {
    const job = await begin()
    await add(job, "a.txt", year("2021", "沿江镇"))
    const [slow, quick] = [randomUUID(), randomUUID()]
    const before = (await reportsOf(2021)).length
    const item = await claimItem(opened().db, slow, job)
    await opened().db.execute(
      sql`update import_items set claimed_until = now() - interval '1 second' where claimed_by = ${slow}`,
    )
    expect(await readNextFile(desk(), quick, job)).toBe(true)
    expect(item && (await finishItem(opened().db, slow, item, "refused", {}))).toBe(false)
    expect(await reportsOf(2021)).toHaveLength(before + 1)
    expect(await view(job)).toMatchObject({ imported: 1, refused: 0 })
  })

  test("two processes share the work and never read the same file", async () => {
    const job = await begin()
    for (const town of towns) await add(job, `${town}.txt`, year("2020", town))
    await Promise.all([runAll(job), runAll(job)])
    expect(await view(job)).toMatchObject({ open: 0, imported: towns.length, duplicates: 0 })
    expect(await reportsOf(2020)).toHaveLength(towns.length)
    const [attempts] = await opened().db.execute<{ most: number }>(
      sql`select max(attempts)::int as most from import_items where job_id = ${job}`,
    )
    expect(attempts?.most).toBe(1)
  })

  test("a file that brings its reader down three times is refused, and the others go on", async () => {
    const job = await begin()
    await add(job, "a.txt", year("2019", "沿江镇"))
    await add(job, "b.txt", year("2019", "杜桥镇"))
    for (let time = 0; time < 3; time += 1) {
      await claimItem(opened().db, randomUUID(), job)
      await opened().db.execute(
        sql`update import_items set claimed_until = now() - interval '1 second' where job_id = ${job} and state = 'reading'`,
      )
    }
    await runAll(job)
    expect((await view(job)).items.map(({ state }) => state)).toEqual(["refused", "imported"])
    expect((await view(job)).items[0]?.words).toContain("时间或内存太多")
  })

  test("an archive becomes its files: Chinese names of either kind, no path taken seriously, an archive in it refused", async () => {
    const job = await begin()
    const inner = buildZip([{ name: "x.txt", bytes: "x" }])
    const gbk = Buffer.from([0xc7, 0xe0, 0xe1, 0xb0, 0xd5, 0xf2, 0x2e, 0x74, 0x78, 0x74])
    const text = (town: string) => bytesOf(year("2018", town))
    const zip = buildZip([
      { name: "报告/沿江镇.txt", bytes: text("沿江镇") },
      { name: gbk, bytes: text("杜桥镇") },
      { name: "../../上盘镇.txt", bytes: text("上盘镇") },
      { name: "__MACOSX/._沿江镇.txt", bytes: "litter" },
      { name: "里面.zip", bytes: inner },
    ])
    await add(job, "全部.zip", zip)
    await runAll(job)
    const done = await view(job)
    expect(done).toMatchObject({ files: 4, open: 0, imported: 3, refused: 1 })
    expect(done.items.map(({ fileName, state }) => [fileName, state])).toEqual([
      ["全部.zip", "unpacked"],
      ["全部.zip/报告/沿江镇.txt", "imported"],
      ["全部.zip/青岚镇.txt", "imported"],
      ["全部.zip/上盘镇.txt", "imported"],
      ["全部.zip/里面.zip", "refused"],
    ])
    expect(done.items[4]?.words).toContain("压缩包里还有压缩包")
  })

  test("a hostile archive is refused whole", async () => {
    const job = await begin()
    const zeros = new Uint8Array(60 * 1024 * 1024)
    await add(job, "bomb.zip", buildZip([{ name: "a.txt", bytes: zeros }]))
    await add(job, "liar.zip", buildZip([{ name: "a.txt", bytes: zeros, claims: 10 }]))
    await add(job, "locked.zip", buildZip([{ name: "a.txt", bytes: "x", locked: true }]))
    await add(
      job,
      "many.zip",
      buildZip(Array.from({ length: 201 }, (_, i) => ({ name: `${i}.txt`, bytes: "x" }))),
    )
    await add(job, "empty.zip", buildZip([]))
    await runAll(job)
    const done = await view(job)
    expect(done).toMatchObject({ files: 5, refused: 5, imported: 0 })
    const reasons = ["解压后太大", "解压后太大|损坏", "有密码", "超过 200 个", "没有文件"]
    for (const [index, reason] of reasons.entries())
      expect(done.items[index]?.words, done.items[index]?.fileName).toMatch(new RegExp(reason))
  })

  test("takes 200 files and no more", async () => {
    const job = await begin()
    for (let i = 0; i < 200; i += 1) await add(job, `${i}.txt`, "")
    await expect(add(job, "201.txt", "x")).rejects.toThrow("too_many_files")
  })

  test("asks what a report does not say, keeps the file until it is answered, and reads it then", async () => {
    const job = await begin()
    await add(job, "a.txt", reportText({ town: "我镇", year: "" }))
    await runAll(job)
    const asked = await view(job)
    expect(asked.items[0]).toMatchObject({ state: "question", question: { asks: ["town", "year"] } })
    const answer = { jobId: job, ordinal: 1, townCode: 331082114, year: 2017, columns: null }
    await expect(answerImport(desk(), { ...answer, townCode: 1 })).rejects.toThrow("town_not_known")
    await answerImport(desk(), answer)
    await expect(answerImport(desk(), answer)).rejects.toThrow("changed_meanwhile")
    await runAll(job)
    expect((await view(job)).items[0]?.words).toContain("已导入：桃渚镇 2017年")
  })

  test("a table is asked about once; every table of its kind is then read cell by cell, all towns or none", async () => {
    const csv = (at: string, contracts: number) =>
      `${at}年各镇街统计表,,\n镇街,审查合同（件）,罚没金额（万元）\n沿江镇,${contracts},21.3\n杜桥镇,7,\n合计,${contracts + 7},21.3\n`
    const job = await begin()
    await add(job, "表.csv", csv("2016", 41))
    await runAll(job)
    const [asked] = (await view(job)).items
    expect(asked?.question).toMatchObject({
      asks: ["columns"],
      columns: [
        { header: "审查合同（件）", metric: "contracts_reviewed" },
        { header: "罚没金额（万元）", metric: "fines_amount" },
      ],
    })
    const columns = { "审查合同（件）": "contracts_reviewed", "罚没金额（万元）": "fines_amount" }
    await answerImport(desk(), { jobId: job, ordinal: 1, townCode: null, year: null, columns })
    await add(job, "表2.csv", csv("2015", 50))
    await add(job, "表3.csv", csv("2016", 41))
    await runAll(job)
    expect((await view(job)).items.map(({ words }) => words)).toEqual([
      "已导入表格：2016年，2 个镇街，共 3 个数；没有导入的行：合计",
      "已导入表格：2015年，2 个镇街，共 3 个数；没有导入的行：合计",
      "这份文件已经导入过：沿江镇 2016年，没有重复保存",
    ])
    const report = await viewReport(desk(), 331082111, 2016, null, "zh")
    expect(report?.readings.map(({ metric, value, quote }) => [metric, value, quote])).toEqual([
      ["contracts_reviewed", 41, "41"],
      ["fines_amount", 213_000, "21.3"],
    ])
    expect(report?.broken).toBe(0)
  })

  test("a new version says what changed against the one that counts", async () => {
    const job = await begin()
    await add(job, "1.txt", reportText({ town: "涌泉镇", year: "2014", contracts: "41" }))
    await add(
      job,
      "2.txt",
      reportText({ town: "涌泉镇", year: "2014", contracts: "44", extra: "法律援助案件12件。" }),
    )
    await runAll(job)
    const report = await viewReport(desk(), 331082110, 2014, 2, "zh")
    expect(
      report?.versionChanges?.map(({ metric, change, before, after }) => [
        metric,
        change,
        before?.value,
        after?.value,
      ]),
    ).toEqual([
      ["contracts_reviewed", "changed", 41, 44],
      ["legal_aid_cases", "added", undefined, 12],
    ])
  })
})
