import { z } from "zod"
import { metricGroups } from "@/catalogue/metric"
import { checks, exactnesses, flags, missingReasons, severities } from "@/catalogue/status"
import { townKinds } from "@/catalogue/town"
import { divisionLevels } from "@/db/reads/list-totals"
import type { ResourceName } from "@/services/api/parameters"

const town = z.int().meta({ description: "Official 9-digit code of who reports" })
const metric = z.string().meta({ description: "Metric code of the catalogue" })
const year = z.int().meta({ description: "Reference year: the year that the figure is about" })
const value = z.number().nullable().meta({
  description: "In the metric's own unit; money in yuan, rates in percent; null with a reason in `missing`",
})
const status = z.string().meta({ description: "SDMX OBS_STATUS: A V P E D B O L M Q" })
const evidence = z
  .object({ start: z.int(), end: z.int(), quote: z.string(), sentence: z.string() })
  .nullable()
  .meta({ description: "Where the report says so: UTF-16 offsets, half open, and the words" })

const cell = {
  ...{ value, missing: z.enum(missingReasons).nullable(), exactness: z.enum(exactnesses).nullable() },
  ...{ low: z.number().nullable(), high: z.number().nullable(), flags: z.array(z.enum(flags)) },
  ...{ reviewed: z.boolean(), status, evidence },
}

/** The shape of a row of each resource: what the answers hold and what the description of the interface says. */
export const rows = {
  metrics: z.object({
    ...{
      code: metric,
      nameZh: z.string(),
      nameEn: z.string(),
      group: z.enum(metricGroups),
      unit: z.string(),
    },
    ...{ classifiers: z.array(z.string()), kind: z.string(), aggregate: z.string(), polarity: z.string() },
    ...{ rank: z.string(), numerator: z.string().nullable(), denominator: z.string().nullable() },
    ...{ tier: z.string(), note: z.string().nullable() },
  }),
  towns: z.object({ code: town, name: z.string(), kind: z.enum(townKinds), county: z.int() }),
  reports: z.object({
    ...{ town, year, version: z.int(), publishedOn: z.iso.date().nullable() },
    published: z.boolean().meta({ description: "Whether its figures are published" }),
  }),
  series: z.object({ town, metric, unit: z.string(), points: z.array(z.object({ year, ...cell })) }),
  observations: z.object({ town, metric, year, version: z.int(), ...cell }),
  targets: z.object({
    ...{ town, metric, year, reportYear: year, value, exactness: z.enum(exactnesses).nullable() },
    quote: z.string(),
  }),
  findings: z.object({
    ...{ town, year, check: z.enum(checks), severity: z.enum(severities), message: z.string() },
    ...{ start: z.int().nullable(), end: z.int().nullable(), quote: z.string().nullable() },
    judged: z.enum(["confirm", "overrule"]).nullable(),
  }),
  completeness: z.object({
    ...{ town, year, held: z.boolean(), published: z.boolean(), stated: z.int(), missing: z.int() },
    notStated: z
      .int()
      .meta({ description: "Metrics of the catalogue that the published report says nothing of" }),
  }),
  totals: z.object({
    code: z.int().meta({ description: "0 the nation, 2 digits a province, 4 a prefecture, 6 a county" }),
    ...{ name: z.string(), level: z.enum(divisionLevels), metric, unit: z.string(), year },
    value: z.number().nullable().meta({ description: "What the published values add up to; null for none" }),
    exactness: z.enum(exactnesses).nullable(),
    stated: z.int().meta({ description: "Towns whose value is in it" }),
    missing: z.int().meta({ description: "Towns whose published report leaves it blank, for a reason" }),
    towns: z.int().meta({ description: "All towns of the division" }),
    ...{ lower: z.number().nullable(), median: z.number().nullable(), upper: z.number().nullable() },
  }),
} satisfies Record<ResourceName, z.ZodObject>

export type Row<Name extends ResourceName> = z.output<(typeof rows)[Name]>
