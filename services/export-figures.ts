import { formatUnit } from "@/catalogue/format"
import type { Locale } from "@/catalogue/messages/messages"
import { translate } from "@/catalogue/translate"
import { byteOrderMark, csvLine } from "@/exports/csv"
import { type Listed, listFigures, valueInUnit } from "@/exports/list-figures"
import { writeWorkbook } from "@/exports/write-workbook"
import { type Desk, requireRight } from "@/services/desk"
import { listSeries } from "@/statistics/choose-series"
import type { ExploreData } from "@/statistics/explore-data"
import type { ExploreState } from "@/statistics/explore-state"

type Frame = { title: string; unit: string; coverage: string; notes: readonly string[]; source: string }

/** What a view shows as comma-separated values: a row a cell, with reasons, status and the words of the report. */
export function exportCsv(desk: Desk, state: ExploreState, data: ExploreData, locale: Locale): string {
  requireRight(desk, "figures.read")
  return (
    byteOrderMark +
    listFigures(listed(state, data, locale))
      .map(csvLine)
      .join("")
  )
}

/** The same as a workbook of three sheets: towns by years, the list of cells, and what the figures are and rest on. */
export function exportXlsx(
  desk: Desk,
  state: ExploreState,
  data: ExploreData,
  about: { frame: Frame; foot: readonly string[] },
  locale: Locale,
): Uint8Array {
  requireRight(desk, "figures.read")
  const t = translate(locale, "explore")
  const all = listed(state, data, locale)
  const { frame, foot } = about
  const facts = [
    [t("file.aboutTitle"), frame.title],
    [t("file.aboutUnit"), frame.unit],
    [t("file.aboutCoverage"), frame.coverage],
    [t("file.aboutSource"), frame.source],
    ...[...frame.notes, t("file.aboutMissing"), ...foot].map((note) => [t("file.aboutNotes"), note]),
  ]
  return writeWorkbook([
    { name: t("file.sheetFigures"), rows: crossTable(all), widths: [14, 24, 8] },
    { name: t("file.sheetList"), rows: listFigures(all), widths: [12, 12, 24, 24, 6, 10, 8, 10, 14] },
    { name: t("file.sheetAbout"), rows: facts, widths: [12, 80] },
  ])
}

function listed(state: ExploreState, data: ExploreData, locale: Locale): Listed {
  const names = new Map(data.towns.map((town) => [town.code, town.name]))
  return { parts: listSeries(state, data), names, locale }
}

/** Towns and metrics down, years across; an empty cell where there is no value. */
function crossTable({ parts, names, locale }: Listed) {
  const t = translate(locale, "explore")
  const years = parts[0]?.series[0]?.points.map((point) => point.year) ?? []
  const head = [t("file.town"), t("file.metric"), t("file.unit"), ...years]
  const rows = parts.flatMap(({ metric, series }) =>
    series.map(({ townCode, points }) => [
      names.get(townCode) ?? townCode,
      locale === "zh" ? metric.nameZh : metric.nameEn,
      formatUnit(metric, locale),
      ...points.map(({ value }) => (value === null ? null : valueInUnit(value, metric, locale))),
    ]),
  )
  return [head, ...rows]
}
