import { expect, test } from "vitest"
import { acceptReport } from "@/services/accept-report"
import { checkDatabase } from "@/services/check-database"
import { importReport } from "@/services/import-report"
import { viewReport } from "@/services/view-report"
import { describeEachDatabase } from "@/tests/each-database"
import { deskOf } from "@/tests/services/desk-of"
import { bytesOf, reportText } from "@/tests/services/report-text"

const county = 331082
const lines = (count: number) =>
  Array.from({ length: count }, (_, i) => `${i}月审查各类合同${i + 2}件。`).join("\n")

/** Texts that somebody might send on purpose, and what may become of them. */
const hostile: readonly (readonly [name: string, text: string, outcome: "imported" | "refused"])[] = [
  ["a NUL far from its beginning", `${reportText()}${"法".repeat(3000)}\u0000`, "refused"],
  ["a number of 400 digits", reportText({ extra: `审查行政规范性文件${"9".repeat(400)}件。` }), "imported"],
  ["a day that is none", `成文日期：2025-13-45\n${reportText()}`, "imported"],
  [
    "a year beyond all years",
    reportText({ extra: "99999年调解矛盾纠纷66件，比2023年增加32770件。" }),
    "imported",
  ],
  [
    "rare characters against figures",
    reportText({ extra: "𠮷村调解矛盾纠纷𠮷12𠮷件，审查规范性文件5件𠮷。".repeat(300) }),
    "imported",
  ],
  [
    "a sentence without an end",
    reportText({ extra: `${"𠮷法治建设".repeat(20_000)}审查规范性文件5件` }),
    "imported",
  ],
  ["a thousand figures", `${reportText()}\n${lines(1000)}`, "imported"],
  ["more figures than anybody could decide on", `${reportText()}\n${lines(2100)}`, "refused"],
  [
    "a page whose day is none",
    `<html><meta name="PubDate" content="2025-13-45"><body>${reportText()}</body></html>`,
    "imported",
  ],
  ["a script in its title", `<script>alert(1)</script>${reportText()}`, "imported"],
]

describeEachDatabase("reports sent in bad faith", (opened) => {
  test.each(hostile.map((one, i) => [...one, 331082103 + i] as const))(
    "%s",
    async (_, text, wanted, townCode) => {
      const desk = deskOf(opened().db)
      const file = { fileName: "../../a\u202etxt.exe", bytes: bytesOf(text) }
      const outcome = await importReport(desk, file, county, { townCode, year: 2024 })
      expect(outcome.outcome).toBe(wanted)
      if (wanted === "refused") return
      await acceptReport(desk, townCode, 2024)
      const view = await viewReport(desk, townCode, 2024, null, "zh")
      expect(view?.broken).toBe(0)
      if (!text.startsWith("<")) expect(view?.text).toBe(text)
      expect((await checkDatabase(opened().db)).broken).toBe(0)
    },
  )
})
