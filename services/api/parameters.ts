import { z } from "zod"
import { allCounties, countyOf, townOf, townsOfCounty } from "@/catalogue/divisions"
import { isMetricCode, type MetricCode, metricOf } from "@/catalogue/metric"
import { divisionLevels } from "@/db/reads/list-totals"

const firstYear = 1990
const mostTowns = 200

/** A list as it stands in an address: repeated names and commas mean the same. */
const listed = (words: string) => words.split(",").filter((word) => word !== "")

/** The towns under a code: itself (9 digits), a county's (6), a prefecture's (4) or a province's (2), in code order. */
function townsUnder(code: string): readonly number[] {
  const number = Number(code)
  if (code.length === 9) return townOf(number) ? [number] : []
  if (code.length === 6) return countyOf(number) ? townsOfCounty(number).map((town) => town.code) : []
  return countiesUnder(code).flatMap((county) => townsOfCounty(county).map((town) => town.code))
}

/** The counties under a code of 2, 4 or 6 digits. */
function countiesUnder(code: string): readonly number[] {
  const digits = 10 ** (6 - code.length)
  return allCounties().flatMap((county) =>
    Math.floor(county.code / digits) === Number(code) ? [county.code] : [],
  )
}

const metric = z
  .string()
  .regex(/^[a-z0-9_]+(,[a-z0-9_]+)*$/, "指标代码，多个用逗号分开 / metric codes, commas between them")
  .transform((words, context): MetricCode[] => {
    const codes = [...new Set(listed(words))]
    const unknown = codes.find((code) => !isMetricCode(code))
    if (unknown !== undefined)
      context.addIssue({ code: "custom", message: `没有这个指标 / no such metric: ${unknown}` })
    return codes.filter(isMetricCode)
  })
  .meta({
    description: "Metric codes of the catalogue, repeated or with commas",
    example: "contracts_reviewed",
  })

const town = z
  .string()
  .regex(
    /^(\d{9}|\d{6}|\d{4}|\d{2})(,(\d{9}|\d{6}|\d{4}|\d{2}))*$/,
    "9 位镇街代码，或 6、4、2 位上级代码 / 9-digit town codes, or 6, 4 or 2 digits for all towns under them",
  )
  .transform((words, context): number[] => {
    const towns = listed(words).map((code) => ({ code, towns: townsUnder(code) }))
    const unknown = towns.find((each) => each.towns.length === 0)
    if (unknown) context.addIssue({ code: "custom", message: `没有这个代码 / no such code: ${unknown.code}` })
    return [...new Set(towns.flatMap((each) => each.towns))].sort((a, b) => a - b)
  })
  .meta({
    description:
      "Official codes, repeated or with commas: 9 digits a town; 6, 4 or 2 digits all towns under them. The office's own county where absent",
    example: "990181",
  })

const under = z
  .string()
  .regex(/^(\d{6}|\d{4}|\d{2})(,(\d{6}|\d{4}|\d{2}))*$/, "2、4、6 位区划代码 / codes of 2, 4 or 6 digits")
  .transform((words, context): number[] => {
    const found = listed(words).map((code) => ({ code, counties: countiesUnder(code) }))
    const unknown = found.find(({ counties }) => counties.length === 0)
    if (unknown) context.addIssue({ code: "custom", message: `没有这个代码 / no such code: ${unknown.code}` })
    return found.flatMap(({ counties }) => counties)
  })
  .meta({
    description:
      "Only divisions under these: provinces by 2 digits, prefectures by 4, counties by 6. All real ones where absent",
    example: "99",
  })

const additive = metric
  .refine(
    (codes) => codes.every((code) => metricOf(code).aggregate === "sum"),
    "比率不能相加，请取分子和分母 / a rate does not add up: ask for its two counts",
  )
  .meta({ description: "Metric codes that add up, repeated or with commas", example: "contracts_reviewed" })

/** Both ends; null where the words earliest and latest leave it to what is held. */
export type YearsAsked = { from: number | null; to: number | null }

const years = z
  .string()
  .regex(
    /^(\d{4}|earliest)(\.\.(\d{4}|latest))?$/,
    "年份，如 2019..2024、2019..latest / years, such as 2019..2024",
  )
  .transform((words, context): YearsAsked => {
    const [from = "", to = from] = words.split("..")
    const asked = {
      from: from === "earliest" ? null : Number(from),
      to: to === "latest" || to === "earliest" ? null : Number(to),
    }
    const isOutside = [asked.from, asked.to].some(
      (year) => year !== null && (year < firstYear || year > 2100),
    )
    if (isOutside || (asked.from !== null && asked.to !== null && asked.to < asked.from))
      context.addIssue({ code: "custom", message: "年份超出范围或前后颠倒 / years out of range or reversed" })
    return asked
  })
  .meta({
    description: "Reference years, both ends included; earliest and latest are words",
    example: "2019..latest",
  })

const asof = z.iso.date("日期应为 YYYY-MM-DD / a date as YYYY-MM-DD").meta({
  description: "The published figures as they stood when this day ended, China time",
  example: "2026-06-30",
})

const paging = {
  limit: z.coerce
    .number("1 到 200 的整数 / a whole number from 1 to 200")
    .int()
    .min(1)
    .max(mostTowns)
    .default(100)
    .meta({ description: "Towns a page" }),
  cursor: z
    .string()
    .regex(/^\d{9}$/, "应为上一页给出的 next / the next of the page before")
    .transform(Number)
    .optional()
    .meta({ description: "The `next` of the page before" }),
  format: z
    .enum(["json", "csv"])
    .optional()
    .meta({ description: "JSON where absent, unless Accept asks for text/csv" }),
}

/** What each resource can be asked for; an unknown name is refused. */
export const parameters = {
  metrics: z.strictObject({ format: paging.format }),
  towns: z.strictObject({ town: town.optional(), ...paging }),
  reports: z.strictObject({ town: town.optional(), years: years.optional(), ...paging }),
  series: z.strictObject({
    metric,
    town: town.optional(),
    years: years.optional(),
    asof: asof.optional(),
    ...paging,
  }),
  observations: z.strictObject({
    metric: metric.optional(),
    ...{ town: town.optional(), years: years.optional(), asof: asof.optional(), ...paging },
  }),
  targets: z.strictObject({
    metric: metric.optional(),
    town: town.optional(),
    years: years.optional(),
    ...paging,
  }),
  findings: z.strictObject({ town: town.optional(), years: years.optional(), ...paging }),
  completeness: z.strictObject({ town: town.optional(), years: years.optional(), ...paging }),
  totals: z.strictObject({
    metric: additive,
    by: z.enum(divisionLevels).default("province").meta({ description: "What each row is of" }),
    under: under.optional(),
    years: years.optional(),
    quartiles: z
      .enum(["yes", "no"])
      .default("no")
      .meta({ description: "Whether to find the quartiles of the towns' values as well" }),
    ...{ limit: paging.limit.meta({ description: "Divisions a page" }), format: paging.format },
    cursor: z
      .string()
      .regex(/^\d{1,6}$/, "应为上一页给出的 next / the next of the page before")
      .transform(Number)
      .optional()
      .meta({ description: "The `next` of the page before" }),
  }),
} as const

export type ResourceName = keyof typeof parameters
export const isResource = (name: string): name is ResourceName => Object.hasOwn(parameters, name)

/** What every resource but `metrics` and `totals` was asked for, once its towns and years are known. `metrics` is null for all. */
export type Asked = {
  towns: readonly number[]
  years: { from: number; to: number }
  metrics: readonly MetricCode[] | null
  asOf: string | null
  /** Whether the asker sees nothing but what is published. */
  publishedOnly: boolean
}
