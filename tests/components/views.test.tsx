import { renderToStaticMarkup } from "react-dom/server"
import { describe, expect, it } from "vitest"
import { buildFiguresState } from "@/components/charts/figures-state"
import { layoutHeat, linesOf } from "@/components/charts/heat-layout"
import { shadeOf } from "@/components/charts/heat-state"
import { nearestMark } from "@/components/charts/nearest-mark"
import { labelPoints } from "@/components/charts/scatter-layout"
import { ViewFigure } from "@/components/explore/view-chart"
import { exploreDefaults } from "@/statistics/explore-state"
import { cases } from "@/tests/components/cases"
import { sample, townCodes } from "@/tests/components/sample"
import { views } from "@/tests/components/views"

type View = ReturnType<(typeof views)[keyof typeof views]>
const draw = (view: View) =>
  renderToStaticMarkup(<ViewFigure locale={view.locale} view={view} state={exploreDefaults} />)

/** The cells of a table in the markup, row by row, without tags. */
function rowsOf(html: string): readonly (readonly string[])[] {
  const body = html.slice(html.indexOf("<tbody>"), html.indexOf("</tbody>"))
  const plain = (cell: string) => cell.slice(cell.indexOf(">") + 1).replace(/<[^>]+>/g, "")
  return body
    .split("<tr")
    .slice(1)
    .map((row) =>
      row
        .split(/<t[hd]/)
        .slice(1)
        .map(plain),
    )
}

describe.each(Object.entries(views))("%s", (name, build) => {
  it.each(Object.entries(cases))(
    "stands %s: drawn, in words, as a table, nothing missing drawn as 0",
    (_, input) => {
      const view = build(input)
      expect(JSON.parse(JSON.stringify(view))).toEqual(view)
      const html = draw(view)
      expect(html).not.toMatch(/undefined|NaN|Infinity|MISSING/)
      expect(html).toContain("<table")
      expect(html).toContain(view.frame.source)
      expect(view.summary.length).toBeGreaterThan(5)
      const zeros = input.series.flatMap(({ points }) => points).filter((point) => point.value === 0)
      const isCount = !name.startsWith("change")
      if (zeros.length === 0 && isCount) {
        const figures = rowsOf(html).flatMap((row) => row.slice(1))
        expect(figures.filter((text) => text === "0" || text === "0%")).toEqual([])
      }
    },
  )

  it("writes hostile words as words: nothing in them becomes markup", () => {
    const hostile = '"><img src=x onerror=alert(1)><script>alert(1)</script>'
    const input = cases["a full line"]
    const names = new Map([...input.names.keys()].map((code) => [code, hostile]))
    const html = draw(build({ ...input, names, source: hostile }))
    expect(html).toContain("&lt;script&gt;")
    expect(html).not.toMatch(/<(script|img)/)
  })

  it("opens the sentence of every figure that it draws", () => {
    const html = draw(build(cases["a full line"]))
    expect(html).toContain('href="/reports/')
  })
})

describe("change", () => {
  const input = sample([
    [100, 1, 1, 1, 1, 112],
    [9, 1, 1, 1, 1, 12],
    [0, 1, 1, 1, 1, 4],
    [20, 1, 1, 1, 1, null],
    [undefined, 1, 1, 1, 1, 30],
    [{ value: 50, exactness: "about" }, 1, 1, 1, 1, 40],
    [10, 1, { value: 5, flags: ["break"] }, 1, 1, 90],
  ])
  const state = views.change(input)
  const textOf = (town: number) => state.rows.find((row) => row.townCode === townCodes[town])?.text

  it("gives both changes, no percentage on a base under 10, and words from zero", () => {
    expect(textOf(0)).toBe("+12（+12.0%）")
    expect(textOf(1)).toBe("+3")
    expect(textOf(2)).toBe("+4（起始年为0）")
    expect(textOf(5)).toBe("约−10（−20.0%）")
    expect(state.frame.notes.join()).toContain("不足10")
  })

  it("says of a single year that two are needed, never that nothing changed", () => {
    const { series, ...rest } = input
    const lone = series.map((one) => ({ ...one, points: one.points.slice(-1) }))
    const html = draw(views.change({ ...rest, series: lone }))
    expect(html).toContain("变化要比较两年")
    expect(html).not.toContain("±0")
  })

  it("says 上年 only where it is last year", () => {
    const pair = { ...input, series: input.series.map((one) => ({ ...one, points: one.points.slice(0, 2) })) }
    expect(views.change(pair).rows.find((row) => row.townCode === townCodes[2])?.text).toBe("+1（上年为0）")
  })

  it("does not compare over a break, and puts such a row last", () => {
    expect(textOf(6)).toBe("口径变动，不比较")
    expect(state.rows.at(-1)?.townCode).toBe(townCodes[6])
  })

  it("lists who lacks an end with the year and the reason, without a mark in the plot", () => {
    expect(state.holes.map(({ town, words }) => `${town} ${words}`)).toEqual([
      "东篱街道 2024年留空未填",
      "青棠镇 2019年没有报告",
    ])
    expect(state.frame.coverage).toBe("7个镇街中5个两年都有数字")
  })

  it("moves a rate by points, better or worse in words; a workload is neither", () => {
    const rates = sample([[88.3, 90, 91, 92, 93, 95]], { metric: "certification_rate" })
    expect(views.change(rates).rows[0]).toMatchObject({ text: "+6.7个百分点", verdict: "改善" })
    const lost = sample([[1, 1, 1, 1, 1, 3]], { metric: "lawsuits_lost" })
    expect(views.change(lost).rows[0]).toMatchObject({ text: "+2", verdict: "变差" })
    expect(state.rows.every((row) => row.verdict === null)).toBe(true)
  })
})

describe("table", () => {
  const input = sample([
    [5, null, 7, 8, 9, 10],
    [1, 2, 3, 4, 5, null],
    [9, 9, 9, 9, 9, 0],
    [20, 20, 20, 20, 20, 40],
  ])
  const order = (key: "y2024" | "change" | "relative" | "code", way: "down" | "up") => {
    const state = buildFiguresState(input, { totals: null, median: null }, { key, order: way })
    return state.rows.map((row) => townCodes.indexOf(row.townCode))
  }

  it("sorts a year either way with the missing last", () => {
    expect(order("y2024", "down")).toEqual([3, 0, 2, 1])
    expect(order("y2024", "up")).toEqual([2, 0, 3, 1])
  })

  it("sorts by change, and by relative change only those that have one", () => {
    expect(order("change", "down")).toEqual([3, 0, 2, 1])
    expect(order("relative", "down")).toEqual([3, 0, 1, 2])
  })

  it("writes a reason for a gap and 0 for a stated zero", () => {
    expect(rowsOf(draw(views.table(input)))[0]?.slice(0, 4)).toEqual(["云栖街道", "5", "— 留空", "7"])
    expect(rowsOf(draw(views.table(input)))[2]?.[6]).toBe("0")
  })
})

describe("heat", () => {
  it("is twice as dark for twice as much, and has a step of its own for a stated zero", () => {
    expect([0, 1, 25, 26, 50, 75, 76, 100].map((value) => shadeOf(value, 100))).toEqual([
      0, 1, 1, 2, 2, 3, 4, 4,
    ])
    expect(shadeOf(0, 0)).toBe(0)
  })

  it("leaves a cell without value unshaded, with the short reason in it", () => {
    const state = views.heat(cases["gaps of each kind"])
    expect(state.rows[0]?.cells.map(({ shade }) => shade)).toEqual([1, null, null, 2, null, 4])
    expect(state.steps.map(({ words }) => words)).toEqual(["0", "至4", "至8", "至12", "至16"])
    expect(draw(state)).toContain("无报告")
    expect(state.frame.notes[0]).toBe("颜色深浅只表示数量多少，不表示好坏")
  })

  it("breaks long names of columns and leaves room for them", () => {
    expect(linesOf("合同合法性审查数", 4)).toEqual(["合同合法", "性审查数"])
    expect(linesOf("2024", 6)).toEqual(["2024"])
    expect(layoutHeat(views.heat(cases["a full line"])).top).toBe(32)
  })
})

describe("panels", () => {
  it("share one axis, or have one each that says so", () => {
    const input = sample([
      [1, 2, 3, 4, 5, 6],
      [100, 200, 300, 400, 500, 600],
    ])
    const shared = views["panels on one axis"](input)
    const own = views["panels on their own"](input)
    expect(shared.panels.map((panel) => panel.axis.max)).toEqual([600, 600])
    expect(own.panels.map((panel) => panel.axis.max)).toEqual([6, 600])
    expect(own.frame.notes[0]).toBe("每幅纵轴刻度各自不同，幅与幅之间不能比高低")
    const rates = sample([[91, 92, 93, 94, 95, 96]], { metric: "certification_rate" })
    expect(views["panels on their own"](rates).frame.notes[1]).toBe("云栖街道的纵轴不从零起")
  })
})

describe("scatter", () => {
  it("draws only who has both, and names the others with what is missing", () => {
    const input = sample([
      [1, 1, 1, 1, 1, 3],
      [1, 1, 1, 1, 1, null],
      [1, 1, 1, 1, 1, undefined],
      [1, 1, 1, 1, 1, 0],
    ])
    const state = views.scatter(input)
    expect(state.points.map(({ y }) => y.value)).toEqual([3, 0])
    expect(state.holes.map(({ words }) => words)).toEqual([
      "合同合法性审查数留空未填、合同合法性审查数留空未填",
      "没有报告",
    ])
    expect(state.frame.coverage).toBe("4个镇街中2个两项都有数字")
  })

  it("lays no name over another", () => {
    const state = views.scatter(cases["many towns and a focus"])
    const labels = labelPoints(state)
    expect(labels.length).toBeGreaterThan(6)
    expect(labels[0]?.townCode).toBe(townCodes[3])
  })
})

describe("nearestMark", () => {
  const grid = [0, 1, 2].flatMap((row) =>
    [0, 1, 2].map((column) => ({ left: 100 * column, top: 40 * row, width: 100, height: 40 })),
  )
  it.each([
    [4, "left", 3],
    [4, "right", 5],
    [4, "up", 1],
    [4, "down", 7],
    [0, "left", null],
    [8, "down", null],
  ] as const)("from %i to the %s is %s", (from, direction, to) => {
    expect(nearestMark(grid, from, direction)).toBe(to)
  })
})
