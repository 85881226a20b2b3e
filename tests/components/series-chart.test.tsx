import { renderToStaticMarkup } from "react-dom/server"
import { describe, expect, it } from "vitest"
import { buildSeriesState, SeriesFigure } from "@/components/charts/series-chart"
import { cases } from "@/tests/components/cases"
import { years } from "@/tests/components/sample"

const draw = (name: keyof typeof cases, view: "line" | "bar") =>
  renderToStaticMarkup(
    <SeriesFigure locale={cases[name].locale} state={buildSeriesState({ ...cases[name], years, view })} />,
  )

/** The cells of the table equivalent, row by row, without tags. */
function tableOf(html: string): readonly (readonly string[])[] {
  const rows = html.slice(html.indexOf("<tbody>")).split("<tr").slice(1)
  const cells = (row: string) => row.split(/<t[hd]/).slice(1)
  const plain = (cell: string) => cell.slice(cell.indexOf(">") + 1).replace(/<[^>]+>/g, "")
  return rows.map((row) => cells(row).map(plain))
}

describe("SeriesFigure", () => {
  it("is drawn by the server: marks, words and table, without script", () => {
    const html = draw("gaps of each kind", "line")
    expect(html.match(/data-mark=/g)).toHaveLength(3)
    expect(html).toContain("单位：件")
    expect(html).toContain("2024年1个镇街中1个有数字")
    expect(html).toContain("来源：")
    expect(html).toContain("数量反映工作量")
    expect(tableOf(html)).toEqual([["云栖街道", "3", "—留空", "—无报告", "8", "—不公开", "13"]])
  })

  it("opens the sentence from a point and from its cell", () => {
    const html = draw("a full line", "line")
    expect(html.match(/href="\/reports\/990181001\/2024#p0"/g)).toHaveLength(2)
  })

  it("gives the reasons of missing towns in words", () => {
    const html = draw("no value at all", "bar")
    expect(html).toContain("留空未填：云栖街道")
    expect(tableOf(html)).toEqual([["云栖街道", "—留空", "留空未填"]])
  })

  it("never writes 0 for a gap, nor a dash for a stated zero", () => {
    expect(tableOf(draw("no value at all", "line"))[0]?.slice(1).join()).not.toMatch(/0/)
    expect(tableOf(draw("all zero", "line"))).toEqual([["云栖街道", "0", "0", "0", "0", "0", "0"]])
  })

  it("speaks English", () => {
    const html = draw("a rate, in English", "line")
    expect(html).toContain("Certification rate, 2019–2024")
    expect(html).toContain("The axis starts at 80%")
    expect(html).toContain("2021 left blank")
  })
})
