import { sql } from "drizzle-orm"
import { expect, test } from "vitest"
import { demoCounty } from "@/catalogue/data/demo-county"
import { metrics } from "@/catalogue/metrics"
import { seal } from "@/db/as-actor"
import { listReports } from "@/db/reads/list-reports"
import { checkDatabase } from "@/services/check-database"
import { emptyDemonstration } from "@/services/empty-demonstration"
import { findRegion } from "@/services/find-region"
import { importReport } from "@/services/import-report"
import { loadDemonstration } from "@/services/load-demonstration"
import { viewSeries } from "@/services/view-explore"
import { viewOverview } from "@/services/view-overview"
import { describeEachDatabase } from "@/tests/each-database"
import { deskOf } from "@/tests/services/desk-of"
import { bytesOf, reportText } from "@/tests/services/report-text"

const county = demoCounty.county.code

describeEachDatabase("the demonstration data", (opened) => {
  const desk = () => deskOf(opened().db)

  test("is loaded once through the real import, with work left, and can be emptied for good", async () => {
    const { db } = opened()
    expect(await loadDemonstration(seal(db), new Date("2026-03-01"))).toBe(true)
    expect(await loadDemonstration(seal(db), new Date("2026-03-01"))).toBe(false)
    const reports = await listReports(db, county)
    expect(new Set(reports.map(({ year }) => year)).size).toBe(6)
    expect(reports.some(({ undecided }) => undecided > 10)).toBe(true)
    expect(reports.filter(({ left }) => left > 0).every(({ published }) => published === 0)).toBe(true)
    expect(reports.filter(({ published }) => published > 0).length).toBeGreaterThan(90)
    const overview = await viewOverview(desk(), county, null)
    expect(overview?.year).toBe(2024)
    expect(overview?.towns).toHaveLength(19)
    for (const { total } of overview?.headlines ?? []) expect(total.counted + total.missing.length).toBe(19)
    expect(await checkDatabase(db)).toMatchObject({ broken: 0, wrongTotals: 0 })

    // All metrics at once are the metrics one by one: published figures and what waits in reports that were not.
    const query = { countyCode: county, towns: [], years: { from: 2019, to: 2024 } }
    const all = await viewSeries(desk(), { ...query, metrics: metrics.map(({ code }) => code) })
    const points = all.flatMap((one) => one.points)
    expect(points.filter(({ reviewed, evidence }) => reviewed && evidence).length).toBeGreaterThan(2000)
    expect(points.filter(({ reviewed, evidence }) => !reviewed && evidence).length).toBeGreaterThan(100)
    for (const { code } of metrics.filter(({ id }) => id % 9 === 0))
      expect(all.filter(({ metric }) => metric === code)).toEqual(
        await viewSeries(desk(), { ...query, metrics: [code] }),
      )

    await importReport(desk(), { fileName: "a.txt", bytes: bytesOf(reportText()) }, 331082)
    expect(await emptyDemonstration(desk())).toBe(reports.length)
    expect(await listReports(db, county)).toEqual([])
    expect(await listReports(db, 331082)).toHaveLength(1)
    expect(await loadDemonstration(seal(db), new Date("2026-03-01"))).toBe(false)
    const region = await findRegion(desk(), null, null)
    expect([region.demonstration, region.county?.code]).toEqual([null, 331082])
    const [left] = await db.execute<{ count: number }>(
      sql`select count(*)::int as count from observations where county_code = ${county}`,
    )
    expect(left?.count).toBe(0)
  })
})
