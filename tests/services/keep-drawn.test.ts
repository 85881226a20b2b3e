import { withReplicas } from "drizzle-orm/pg-core"
import { expect, test } from "vitest"
import { seal } from "@/db/as-actor"
import { decideCandidate } from "@/services/decide-candidate"
import { findRegion } from "@/services/find-region"
import { importReport } from "@/services/import-report"
import { keepDrawn } from "@/services/keep-drawn"
import { viewReport } from "@/services/view-report"
import { describeEachDatabase } from "@/tests/each-database"
import { deskOf } from "@/tests/services/desk-of"
import { bytesOf, reportText } from "@/tests/services/report-text"

const county = 331082
const town = 331082111

describeEachDatabase("what was drawn before", (opened) => {
  const desk = (role: "reviewer" | "leader" = "reviewer") => deskOf(opened().db, role, role)
  let drawings = 0
  const revision = async () => (await findRegion(desk(), county, null)).revision
  const ask = async (role: "reviewer" | "leader", key: string, from = desk(role)) =>
    keepDrawn(from, county, await revision(), [key], async () => {
      drawings += 1
      return { drawing: drawings, words: "折线图" }
    })

  test("is shown again until the county's data changes, to who may see the same", async () => {
    expect(await ask("reviewer", "line")).toEqual({ drawing: 1, words: "折线图" })
    expect(await ask("reviewer", "line")).toEqual({ drawing: 1, words: "折线图" })
    expect(await ask("reviewer", "bar")).toMatchObject({ drawing: 2 })
    expect(await ask("leader", "line")).toMatchObject({ drawing: 3 })
    const file = { fileName: "a.txt", bytes: bytesOf(reportText()) }
    await importReport(desk(), file, county, { townCode: town, year: 2024 })
    expect(await ask("reviewer", "line")).toMatchObject({ drawing: 4 })
    expect(await ask("reviewer", "line")).toMatchObject({ drawing: 4 })
  })

  test("is never one town's for another town's officer", async () => {
    const officer = async (townCode: number) =>
      keepDrawn(
        deskOf(opened().db, "officer", "town_officer", townCode),
        county,
        await revision(),
        ["line"],
        async () => townCode,
      )
    expect(await officer(town)).toBe(town)
    expect(await officer(town + 1)).toBe(town + 1)
    expect(await officer(town)).toBe(town)
  })

  test("is drawn anew after a decision, and always where there are standbys", async () => {
    const before = await ask("reviewer", "heat")
    const [reading] = (await viewReport(desk(), town, 2024, null, "zh"))?.readings ?? []
    const { id: candidateId = "", seen = 0 } = reading ?? {}
    const decision = { townCode: town, candidateId, seen, action: "reject", note: "不是本年的数" } as const
    await decideCandidate(desk(), decision)
    const after = await ask("reviewer", "heat")
    expect(after.drawing).toBe(before.drawing + 1)
    const spread = { ...desk(), database: seal(withReplicas(opened().db, [opened().db])) }
    expect((await ask("reviewer", "heat", spread)).drawing).toBe(after.drawing + 1)
    expect((await ask("reviewer", "heat", spread)).drawing).toBe(after.drawing + 2)
  })
})
