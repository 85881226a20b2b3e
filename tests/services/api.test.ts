import { expect, test } from "vitest"
import { townsOfCounty } from "@/catalogue/divisions"
import { answerRequest, NotValid } from "@/services/api/answer-request"
import { describeApi } from "@/services/api/describe-api"
import type { ResourceName } from "@/services/api/parameters"
import { problemOf } from "@/services/api/problem-details"
import { rows } from "@/services/api/rows"
import { changeSettings } from "@/services/change-settings"
import { importReport } from "@/services/import-report"
import { answerApi } from "@/services/site/answer-api"
import { describeEachDatabase } from "@/tests/each-database"
import { deskOf } from "@/tests/services/desk-of"
import { finishReport } from "@/tests/services/finish-report"
import { bytesOf, reportText } from "@/tests/services/report-text"

const county = 331082
const [shore, bridge] = [331082111, 331082100]

describeEachDatabase("the interface for machines", (opened) => {
  const desk = () => deskOf(opened().db)
  const ask = (
    resource: ResourceName,
    query: string,
    more: { accept?: string; held?: string } = {},
    as = desk(),
  ) =>
    answerRequest(as, county, {
      ...{ resource, query: new URLSearchParams(query) },
      ...{ accept: more.accept ?? "", ifNoneMatch: more.held ?? null },
    })
  const read = async (resource: ResourceName, query: string, as = desk()) =>
    JSON.parse(String((await ask(resource, query, {}, as)).body))
  const put = (townCode: number, year: number, text: string) =>
    importReport(desk(), { fileName: "a.txt", bytes: bytesOf(text) }, county, { townCode, year })

  test("a series has every year that is held, with the reason of each gap", async () => {
    await put(shore, 2022, reportText({ year: "2022", contracts: "38余" }))
    await put(shore, 2024, reportText({ contracts: "41" }))
    await put(bridge, 2024, reportText({ town: "汛桥镇", contracts: "12" }))
    await put(331082112, 2024, reportText({ town: "东塍镇", disputes: "@" }))
    await finishReport(desk(), shore, 2022)
    await finishReport(desk(), shore, 2024)
    const { data, next } = await read("series", `metric=contracts_reviewed&town=${shore},${bridge}`)
    expect(next).toBeNull()
    expect(data.map(({ town, metric, unit }: Record<string, unknown>) => [town, metric, unit])).toEqual([
      [bridge, "contracts_reviewed", "件"],
      [shore, "contracts_reviewed", "件"],
    ])
    expect(data[1].points).toMatchObject([
      { year: 2022, value: 38, missing: null, exactness: "over", reviewed: true, status: "A" },
      { year: 2023, value: null, missing: "no_report", status: "O", evidence: null },
      { year: 2024, value: 41, exactness: "exact", evidence: { quote: "41件" } },
    ])
    // What nobody has published yet is unvalidated to the reviewer, and unknown to a leader.
    expect(data[0].points[2]).toMatchObject({ value: 12, reviewed: false, status: "V" })
    const leader = deskOf(opened().db, "leader", "leader")
    const seen = await read("series", `metric=contracts_reviewed&town=${bridge}&years=2024`, leader)
    expect(seen.data[0].points).toMatchObject([
      { year: 2024, value: null, missing: "not_stated", reviewed: false },
    ])
  })

  test("every row is shaped as the description of the interface says", async () => {
    const queries: [ResourceName, string][] = [
      ...([
        ["metrics", ""],
        ["towns", ""],
        ["reports", ""],
        ["series", "metric=contracts_reviewed"],
      ] as const),
      ...([
        ["observations", ""],
        ["targets", ""],
        ["findings", ""],
        ["completeness", ""],
        ["totals", "metric=contracts_reviewed&by=county&under=3310&quartiles=yes"],
      ] as const),
    ] as [ResourceName, string][]
    for (const [resource, query] of queries) {
      const { data } = await read(resource, query)
      expect(data.length, resource).toBeGreaterThan(0)
      for (const row of data)
        expect(rows[resource].strict().safeParse(row).error?.issues, resource).toBeUndefined()
    }
    const described = describeApi()
    expect(Object.keys(described.paths)).toHaveLength(queries.length)
    expect(
      described.paths["/api/v1/series"]?.get.parameters.map(({ name, required }) => [name, required]),
    ).toEqual([
      ...[
        ["metric", true],
        ["town", false],
        ["years", false],
        ["asof", false],
        ["limit", false],
      ],
      ...[
        ["cursor", false],
        ["format", false],
      ],
    ])
  })

  test("pages follow one another over the towns of a county, each town once", async () => {
    const towns: number[] = []
    let next: string | null = null
    for (let page = 0; page < 9; page += 1) {
      const answer: { data: { code: number }[]; next: string | null } = await read(
        "towns",
        `town=${county}&limit=5${next ? `&cursor=${next}` : ""}`,
      )
      expect(answer.data.length).toBeLessThanOrEqual(5)
      towns.push(...answer.data.map(({ code }) => code))
      next = answer.next
      if (next === null) break
    }
    expect(next).toBeNull()
    expect(new Set(towns).size).toBe(19)
    expect(towns).toEqual([...towns].sort((a, b) => a - b))
    const { headers } = await ask("towns", `town=${county}&limit=5`)
    expect(headers.link).toMatch(/^<\/api\/v1\/towns\?town=331082&limit=5&cursor=\d{9}>; rel="next"$/)
  })

  test("an answer holds until something about its county changes, and for nobody else", async () => {
    const query = `metric=contracts_reviewed&town=${bridge}`
    const first = await ask("series", query)
    const held = first.headers.etag ?? ""
    expect(await ask("series", query, { held })).toMatchObject({ status: 304, body: null })
    expect(await ask("series", query, { held: `"other", W/${held}` })).toMatchObject({ status: 304 })
    expect(await ask("series", `${query}&years=2024`, { held })).toMatchObject({ status: 200 })
    expect(await ask("series", query, { held }, deskOf(opened().db, "leader", "leader"))).toMatchObject({
      status: 200,
    })
    await finishReport(desk(), bridge, 2024)
    const after = await ask("series", query, { held })
    expect(after.status).toBe(200)
    expect(JSON.parse(String(after.body)).data[0].points.at(-1)).toMatchObject({ value: 12, reviewed: true })
  })

  test("an answer that was given before is given again while it holds, to those who may see the same and nobody else", async () => {
    await put(331082112, 2023, reportText({ town: "东塍镇", year: "2023", contracts: "77" }))
    const query = "metric=contracts_reviewed&town=331082112"
    const [first, again] = [await ask("series", query), await ask("series", query)]
    expect(again.body).toBe(first.body)
    const values = async (as: ReturnType<typeof desk>) => {
      const { data } = await read("series", query, as)
      return data[0].points.map(({ value }: { value: number | null }) => value)
    }
    const officer = (town: number) => deskOf(opened().db, "officer", "town_officer", town)
    expect(await values(desk())).toContain(77)
    expect(await values(officer(331082112))).toContain(77)
    expect(await values(officer(bridge))).not.toContain(77)
    expect(await values(deskOf(opened().db, "leader", "leader"))).not.toContain(77)
    await finishReport(desk(), 331082112, 2023)
    expect((await ask("series", query)).body).not.toEqual(first.body)
    expect(await values(deskOf(opened().db, "leader", "leader"))).toContain(77)
  })

  test("the public is answered while reading is open and not after, whatever was answered before", async () => {
    const anybody = deskOf(opened().db, "public", "public")
    const set = (openReading: boolean) =>
      changeSettings(deskOf(opened().db, "admin", "administrator"), { openReading, idleMinutes: 30 })
    const refusal = async () => {
      const codes = []
      for (const query of [
        "series metric=contracts_reviewed",
        "metrics ",
        "targets ",
        "totals metric=contracts_reviewed",
      ]) {
        const [resource, words] = query.split(" ") as [ResourceName, string]
        codes.push(await ask(resource, words, {}, anybody).catch(({ code }) => code))
      }
      return codes
    }
    const nothing = ["signed_out", "signed_out", "signed_out", "signed_out"]
    expect(await refusal()).toEqual(nothing)
    const status = async (resource: ResourceName, query: string, cookie?: string) => {
      const header = (name: string) => (name === "cookie" ? cookie : undefined)
      const call = { resource, query: new URLSearchParams(query), header, from: "192.0.2.7" }
      return (await answerApi(anybody.database, { address: null, region: county }, call)).status
    }
    // What is wrong with a question is for those who may ask.
    expect([await status("metrics", "limit=x"), await status("findings", "")]).toEqual([401, 401])
    expect(await status("metrics", "limit=x", "fadu-session=long-over")).toBe(401)
    await set(true)
    expect([await status("metrics", "limit=x"), await status("findings", "")]).toEqual([400, 403])
    expect([await status("metrics", ""), await status("reports", "")]).toEqual([200, 200])
    const { data } = await read("series", "metric=contracts_reviewed", anybody)
    expect(
      data.flatMap(({ points }: { points: { value: number | null }[] }) => points.map(({ value }) => value)),
    ).toContain(77)
    const held = (await ask("series", "metric=contracts_reviewed", {}, anybody)).headers.etag ?? ""
    await set(false)
    expect(await refusal()).toEqual(nothing)
    await expect(ask("series", "metric=contracts_reviewed", { held }, anybody)).rejects.toThrow("signed_out")
  })

  test("which reports are held is known anew after every change, and nothing is kept of who may not read", async () => {
    const [town] = townsOfCounty(331081)
    const code = town?.code ?? 0
    const add = (year: number) =>
      importReport(
        desk(),
        { fileName: "a.txt", bytes: bytesOf(reportText({ town: town?.name ?? "", year: String(year) })) },
        331081,
        { townCode: code, year },
      )
    await add(2023)
    const nobody = deskOf(opened().db, "public", "public")
    await expect(ask("series", `metric=contracts_reviewed&town=${code}`, {}, nobody)).rejects.toThrow(
      "signed_out",
    )
    const yearsOf = async () => {
      const { data } = await read("series", `metric=contracts_reviewed&town=${code}`)
      return data.flatMap(({ points }: { points: { year: number }[] }) => points.map(({ year }) => year))
    }
    expect(await yearsOf()).toEqual([2023])
    await add(2025)
    expect(await yearsOf()).toEqual([2023, 2024, 2025])
    expect((await read("reports", `town=${code}`)).data).toMatchObject([{ year: 2025 }, { year: 2023 }])
  })

  test("totals say what they rest on, of counties up to the nation, and grow with each publication", async () => {
    const totals = async (query: string, as = desk()) =>
      (await read("totals", `metric=contracts_reviewed&years=2024&${query}`, as)).data
    const before = await totals("by=county&under=331082")
    expect(before).toMatchObject([
      { code: county, level: "county", value: 53, exactness: "exact", stated: 2, towns: 19, median: null },
    ])
    await put(331082001, 2024, reportText({ town: "古城街道", contracts: "30余" }))
    await finishReport(desk(), 331082001, 2024)
    const expected = { value: 83, exactness: "over", stated: 3, missing: 0, year: 2024, unit: "件" }
    for (const [query, code, towns] of [
      ["by=county&under=331082", 331082, 19],
      ["by=prefecture&under=331082", 3310, 19],
      ["under=331082", 33, 19],
      ["by=nation", 0, 41_352],
    ] as const)
      expect(await totals(query), query).toMatchObject([{ code, towns, ...expected }])
    const provinces = await totals("limit=200", deskOf(opened().db, "leader", "leader"))
    expect(provinces).toHaveLength(31)
    expect(provinces.find(({ code }: { code: number }) => code === 11)).toMatchObject({
      value: null,
      stated: 0,
    })
    expect(await totals("by=county&under=331082&quartiles=yes")).toMatchObject([
      { lower: 21, median: 30, upper: 35.5 },
    ])
    const pages = await read("totals", "metric=contracts_reviewed&years=2024&by=county&under=33&limit=50")
    expect([pages.data.length, pages.next]).toEqual([50, expect.stringMatching(/^33\d{4}$/)])
    const rate = await ask("totals", "metric=licence_rate").catch((thrown) => thrown)
    expect(rate).toBeInstanceOf(NotValid)
    await expect(totals("", deskOf(opened().db, "auditor", "auditor"))).rejects.toThrow("not_allowed")
  })

  test("as comma-separated values: a line a cell, no formula, an empty cell for what is missing", async () => {
    const { headers, body } = await ask("series", `metric=contracts_reviewed&town=${shore}`, {
      accept: "text/csv",
    })
    expect(headers["content-type"]).toContain("text/csv")
    const [head, ...lines] = String(body)
      .split("\r\n")
      .filter((line) => line !== "")
    expect(head).toMatch(/^\ufefftown,metric,unit,year,value,missing,exactness,/)
    expect(lines).toHaveLength(3)
    expect(lines[1]).toMatch(/^331082111,contracts_reviewed,件,2023,,no_report,/)
  })

  test("what does not fit is named in both languages, and nothing is read", async () => {
    const faults = async (resource: ResourceName, query: string) => {
      const error = await ask(resource, query).catch((thrown) => thrown)
      if (!(error instanceof NotValid)) throw error
      return error.faults.map(({ name, reason }) => [name, reason])
    }
    expect(await faults("series", "")).toEqual([["metric", expect.stringMatching(/缺少.*missing/)]])
    expect(await faults("series", "metric=contracts")).toEqual([
      ["metric", expect.stringMatching(/没有这个指标.*contracts$/)],
    ])
    expect(await faults("towns", "town=123456789")).toEqual([
      ["town", expect.stringMatching(/no such code: 123456789/)],
    ])
    expect(await faults("towns", "town='; drop table reports")).toHaveLength(1)
    expect(await faults("reports", "years=2024..2019")).toEqual([
      ["years", expect.stringMatching(/reversed/)],
    ])
    expect(await faults("reports", "asof=2024-01-01")).toEqual([
      ["asof", expect.stringMatching(/no such parameter/)],
    ])
    expect(await faults("towns", "limit=0&cursor=x&format=xml")).toHaveLength(3)
    expect(problemOf("signed_out")).toMatchObject({
      status: 401,
      detail: expect.stringMatching(/登录.* \/ .*sign/i),
    })
  })

  test("findings are for reviewers and the town itself", async () => {
    const query = `town=${county}`
    const { data } = await read("findings", query)
    expect(
      data.some(
        ({ check, judged }: Record<string, unknown>) => check === "unfilled-placeholder" && judged === null,
      ),
    ).toBe(true)
    const other = await read("findings", query, deskOf(opened().db, "officer", "town_officer", bridge))
    expect(other.data.every(({ town }: { town: number }) => town === bridge)).toBe(true)
    for (const role of ["leader", "public", "auditor"] as const)
      await expect(ask("findings", query, {}, deskOf(opened().db, role, role))).rejects.toThrow("not_allowed")
  })
})
