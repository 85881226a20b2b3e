import { expect, test } from "vitest"
import { metricOf } from "@/catalogue/metric"
import { gatherWordings } from "@/statistics/gather-wordings"
import { judgePromise } from "@/statistics/judge-promise"
import { gap, stated } from "@/tests/statistics/points"

const trainings = metricOf("trainings_held")
const promised = (value: number | null) => ({ value, exactness: "exact" }) as const

test("a promise is kept by as much or more, missed by less", () => {
  expect(judgePromise(trainings, promised(10), stated(10))).toBe("kept")
  expect(judgePromise(trainings, promised(10), stated(9))).toBe("missed")
  expect(judgePromise(trainings, promised(100), stated(100, { exactness: "all" }))).toBe("kept")
})

test("where less is better, more misses it", () => {
  const fewer = { ...trainings, polarity: "down" } as const
  expect(judgePromise(fewer, promised(10), stated(11))).toBe("missed")
  expect(judgePromise(fewer, promised(10), stated(3))).toBe("kept")
})

test("what cannot be compared is not judged", () => {
  expect(judgePromise(trainings, promised(10), stated(12, { reviewed: false }))).toBe("unsure")
  expect(judgePromise(trainings, promised(10), stated(12, { flags: ["definition_differs"] }))).toBe("unsure")
  expect(judgePromise(trainings, promised(null), stated(12))).toBe("unsure")
  expect(judgePromise(trainings, promised(-5), stated(12))).toBe("unsure")
  expect(judgePromise(trainings, promised(10), stated(9, { exactness: "over" }))).toBe("unsure")
  expect(judgePromise(trainings, promised(10), stated(10, { exactness: "under" }))).toBe("unsure")
  expect(judgePromise(trainings, promised(10), stated(10, { exactness: "over" }))).toBe("kept")
})

test("no report is no broken promise, and a report without the figure is told apart from it", () => {
  expect(judgePromise(trainings, promised(10), undefined)).toBe("open")
  expect(judgePromise(trainings, promised(10), gap("no_report"))).toBe("open")
  expect(judgePromise(trainings, promised(10), gap("not_stated"))).toBe("untold")
})

test("wordings: the clause around the figure without its number, the frequent ones first", () => {
  const at = (year: number, sentence: string, quote: string) => {
    const start = sentence.indexOf(quote)
    return stated(1, {
      year,
      evidence: { start, quote, passage: { end: start + quote.length, sentence } },
    })
  }
  const series = [
    {
      townCode: 1,
      metric: "contracts_reviewed",
      points: [
        at(2022, "全年开展培训3场，审查合同358件，无一败诉。", "358件"),
        at(2023, "审查各类合同1,200余份。", "1,200余份"),
        gap(),
      ],
    },
    { townCode: 2, metric: "contracts_reviewed", points: [at(2022, "审查合同十二件。", "十二件")] },
  ] as const
  expect(gatherWordings(series)).toEqual([
    { words: "审查合同…件", count: 2, townCode: 1, year: 2022, start: 13 },
    { words: "审查各类合同…余份", count: 1, townCode: 1, year: 2023, start: 6 },
  ])
})
