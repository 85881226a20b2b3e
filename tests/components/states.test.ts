import { describe, expect, it } from "vitest"
import { metricOf } from "@/catalogue/metric"
import { buildBarState } from "@/components/charts/bar-state"
import { layoutLine } from "@/components/charts/line-layout"
import { buildLineState } from "@/components/charts/line-state"
import { nextMark } from "@/components/charts/next-mark"
import { colourOf, shapeOf } from "@/components/charts/town-look"
import { buildValueAxis } from "@/components/charts/value-axis"
import { pointsOfYear } from "@/statistics/series"
import { sumTowns } from "@/statistics/total"
import { cases } from "@/tests/components/cases"
import { sample, townCodes } from "@/tests/components/sample"

const ticksOf = (values: readonly number[], code: Parameters<typeof metricOf>[0]) =>
  buildValueAxis(values, metricOf(code), "zh").ticks.map((tick) => tick.label)

describe("buildValueAxis", () => {
  it.each([
    [[3, 34], "contracts_reviewed", ["0", "10", "20", "30", "40"]],
    [[1], "contracts_reviewed", ["0", "1"]],
    [[0, 0], "contracts_reviewed", ["0"]],
    [[], "contracts_reviewed", []],
    [[180_000], "publicity_attendances", ["0", "50,000", "10万", "15万", "20万"]],
    [[88, 100], "certification_rate", ["80%", "85%", "90%", "95%", "100%"]],
    [[100], "certification_rate", ["90%", "95%", "100%"]],
    [[40, 100], "certification_rate", ["0%", "25%", "50%", "75%", "100%"]],
    [[2_600_000], "fines_amount", ["0", "100", "200", "300"]],
  ] as const)("%j of %s", (values, code, labels) => {
    expect(ticksOf(values, code)).toEqual(labels)
  })
})

describe("buildLineState", () => {
  it("joins nothing over a gap and keeps a lone year a run of one", () => {
    const { lines } = buildLineState(cases["gaps of each kind"])
    expect(lines[0]?.runs.map((run) => run.map(({ index }) => index))).toEqual([[0], [3], [5]])
    const lone = buildLineState(cases["a lone year"])
    expect(lone.lines[0]?.runs).toEqual([[{ index: 2, value: 7 }]])
    expect(lone.years.map((year) => year.hole?.short ?? null)).toEqual([
      "无报告",
      "留空",
      null,
      "无报告",
      "留空",
      "无报告",
    ])
  })

  it("ends a stroke where the definition changes, and marks what is revised or not reviewed", () => {
    const { lines, frame } = buildLineState(cases["revised, broken and unreviewed"])
    const line = lines.find(({ townCode }) => townCode === townCodes[0])
    expect(line?.runs.map((run) => run.length)).toEqual([2, 4])
    expect(frame.legend.map((mark) => mark.words)).toEqual([
      "空心：未审核",
      "暂定",
      "已修订",
      "口径变动",
      "口径不同",
    ])
  })

  it("has a legend only of what occurs", () => {
    expect(buildLineState(cases["a full line"]).frame.legend).toEqual([])
    const words = buildLineState(cases["approximate values"]).frame.legend.map((mark) => mark.glyph)
    expect(words).toEqual(["余", "近", "约", "区"])
  })

  it("keeps 余 and 约 beside the value", () => {
    const { lines } = buildLineState(cases["approximate values"])
    const texts = lines[0]?.cells.map((cell) => (cell.value === null ? cell.words : cell.text))
    expect(texts).toEqual(["300余", "近400", "约500", "500—600", "700", "10万余"])
  })

  it("says a stated zero is 0 and a gap is not", () => {
    const { lines, summary } = buildLineState(cases["a stated zero"])
    const zero = lines.find(({ townCode }) => townCode === townCodes[0])?.cells[0]
    expect(zero).toMatchObject({ value: 0, text: "0", label: "云栖街道 2019年 0件" })
    expect(summary).toContain("云栖街道 2024年 0件")
    expect(buildLineState(cases["no value at all"]).summary).toContain("没有数字")
  })

  it("colours the focus, greys the rest, and names at most six ends", () => {
    const state = buildLineState(cases["many towns and a focus"])
    const tones = state.lines.map((line) => line.tone)
    expect(tones.filter((tone) => tone === "focus")).toHaveLength(1)
    expect(tones.at(-1)).toBe("focus")
    expect(tones).not.toContain("named")
    expect(state.lines.filter((line) => line.endLabel !== null)).toHaveLength(6)
    expect(state.lines.at(-1)?.endLabel).toBe("东篱街道 136")
  })

  it("names ends in English without the kind of town, unless two would be called the same", () => {
    const input = {
      ...sample([
        [1, 2, 3, 4, 5, 6],
        [2, 3, 4, 5, 6, 7],
        [3, 4, 5, 6, 7, 8],
      ]),
      locale: "en" as const,
    }
    const [first = 0, second = 0, third = 0] = townCodes
    const names = new Map([
      [first, "Yunqi Subdistrict"],
      [second, "Yunqi Town"],
      [third, "Shidu Town"],
    ])
    const ends = buildLineState({ ...input, names }).lines.map(({ endLabel }) => endLabel)
    expect(ends.sort()).toEqual(["Shidu 8", "Yunqi Subdistrict 6", "Yunqi Town 7"])
  })

  it("leaves no end label upon another", () => {
    for (const input of Object.values(cases)) {
      const heights = layoutLine(buildLineState(input))
        .endLabels.map((label) => label.y)
        .sort((a, b) => a - b)
      const distances = heights.slice(1).map((y, index) => y - (heights[index] ?? 0))
      expect(Math.min(18, ...distances)).toBeGreaterThanOrEqual(17.9)
    }
  })

  it("survives the way from server to browser", () => {
    const state = buildLineState(cases["revised, broken and unreviewed"])
    expect(JSON.parse(JSON.stringify(state))).toEqual(state)
  })
})

describe("buildBarState", () => {
  const input = sample([
    [1, 1, 1, 1, 1, 40],
    [1, 1, 1, 1, 1, null],
    [1, 1, 1, 1, 1, 0],
    [1, 1, 1, 1, 1, undefined],
  ])

  it("sorts from the longest, keeps a stated zero, and lists the missing below", () => {
    const state = buildBarState(input, 2024, sumTowns(pointsOfYear(input.series, 2024)))
    expect(state.bars.map(({ mark, share }) => [mark.text, share])).toEqual([
      ["40", 1],
      ["0", 0],
    ])
    expect(state.holes.map((hole) => hole.words)).toEqual(["留空未填", "没有报告"])
    expect(state.frame.coverage).toBe("4个镇街中2个有数字；2个镇街合计40件")
    expect(state.frame.gaps).toEqual(["留空未填：澄湖街道", "没有报告：东篱街道"])
  })

  it("measures rates against 100%", () => {
    const state = buildBarState(cases["a rate, in English"], 2022)
    expect(state.bars[0]?.share).toBe(0.95)
  })
})

describe("nextMark", () => {
  const state = buildLineState(cases["a stated zero"])
  const [first, second] = townCodes

  it("goes along a town over its gaps, and up and down within a year", () => {
    expect(nextMark(state, `${first}/2019`, "ArrowRight")).toBe(`${first}/2020`)
    expect(nextMark(state, `${first}/2019`, "ArrowLeft")).toBeNull()
    expect(nextMark(state, `${first}/2019`, "ArrowUp")).toBe(`${second}/2019`)
    const gaps = buildLineState(cases["gaps of each kind"])
    expect(nextMark(gaps, `${first}/2019`, "ArrowRight")).toBe(`${first}/2022`)
  })

  it("goes down the rows of a bar chart to the missing ones", () => {
    const bars = buildBarState(
      sample([
        [1, 1, 1, 1, 1, 3],
        [1, 1, 1, 1, 1, null],
      ]),
      2024,
    )
    expect(nextMark(bars, `${first}/2024`, "ArrowDown")).toBe(`${second}/2024`)
  })
})

describe("a town's look", () => {
  it("differs for every two of the county but those eight apart", () => {
    const looks = townCodes.map((code) => `${colourOf(code)} ${shapeOf(code)}`)
    expect(new Set(looks).size).toBeGreaterThanOrEqual(15)
  })
})
