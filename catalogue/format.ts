import type { Locale } from "@/catalogue/messages/messages"
import type { Metric } from "@/catalogue/metric"
import type { Exactness, MissingReason } from "@/catalogue/status"
import { translate } from "@/catalogue/translate"

/** A figure as the statistics hold it: money in yuan, rates in percent. */
export type Figure = {
  value: number
  exactness?: Exactness | null
  low?: number | null
  high?: number | null
}

/** What stands in a cell without a value; its reason goes beside it in words. */
export const noValue = "—"

const yuanInWan = 10_000
const digitGroups = new Intl.NumberFormat("en-US", { maximumFractionDigits: 2 })

/** 四舍五入: half away from zero. Binary noise is cut first, so that 57/200 is 28.5% and 1.45 is 1.5. */
export function roundHalfUp(value: number, digits: number): number {
  const shifted = Number(`${Number(Math.abs(value).toPrecision(12))}e${digits}`)
  return Math.sign(value) * Number(`${Math.round(shifted)}e${-digits}`)
}

/** A count: 1,234; in Chinese 12.35万 from 100,000 and 1.23亿 from 100 million up. A median may keep one decimal. */
export function formatNumber(value: number, locale: Locale): string {
  const size = Math.abs(value)
  if (locale === "zh" && size >= 100_000_000) return `${group(roundHalfUp(value / 100_000_000, 2))}亿`
  if (locale === "zh" && size >= 100_000) return `${group(roundHalfUp(value / 10_000, 2))}万`
  return group(roundHalfUp(value, 1))
}

/** A rate in percent with one decimal; a rate that is a whole number shows none, so 99.97 is 100.0% and only 100 is 100%. */
export function formatRate(value: number): string {
  return Number.isInteger(value) ? `${value}%` : `${roundHalfUp(value, 1).toFixed(1)}%`
}

/** Money from yuan: in 万元 with up to two decimals, in English in plain yuan. The unit's name is `formatUnit`'s. */
export function formatMoney(yuan: number, locale: Locale): string {
  return group(roundHalfUp(locale === "zh" ? yuan / yuanInWan : yuan, 2))
}

/** A figure without its unit's name, 约 余 近 超 kept: `3,000余`, `约1.2万`, `85.3%`. */
export function formatValue(figure: Figure, metric: Metric, locale: Locale): string {
  return phrase(figure, metric, locale, "")
}

/** A figure with its unit: `3,000余份`, `358件`, `128.5万元`, `85.3%`; in English `over 3,000 copies`. */
export function formatFigure(figure: Figure, metric: Metric, locale: Locale): string {
  return phrase(figure, metric, locale, formatUnit(metric, locale, figure.value))
}

/** The name of a metric's unit; `count` chooses the English singular or plural. A quotient's is `件/村社区`. */
export function formatUnit(metric: Metric, locale: Locale, count = 2): string {
  const [unit, per] = metric.unit.split("/")
  const name = translate(locale, "chart")(`unit.${unit as "件"}`, { count })
  return per === undefined ? name : `${name}/${translate(locale, "explore")(`perUnit.${per as "村"}`)}`
}

/** A difference of two values with its sign: `+50`, `−3`, `±0`; of rates in percentage points, without the name. */
export function formatDifference(difference: number, metric: Metric, locale: Locale): string {
  const size = Math.abs(difference)
  const text = metric.kind === "amount" ? formatMoney(size, locale) : formatNumber(size, locale)
  return `${signOf(difference)}${text}`
}

/** A relative change in percent with its sign: `+25.0%`. */
export function formatRelative(percent: number): string {
  return `${signOf(percent)}${roundHalfUp(Math.abs(percent), 1).toFixed(1)}%`
}

/** A reference year: `2024年`, `2024`. */
export function formatYear(year: number, locale: Locale): string {
  return locale === "zh" ? `${year}年` : `${year}`
}

/** A span of reference years: `2019—2024年`, `2019–2024`; one year when both ends are the same. */
export function formatYears(from: number, to: number, locale: Locale): string {
  if (from === to) return formatYear(to, locale)
  return locale === "zh" ? `${from}—${to}年` : `${from}–${to}`
}

/** A calendar day from `2025-01-14`: `2025年1月14日`, `14 January 2025`. Throws on anything else. */
export function formatDate(day: string, locale: Locale): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) throw new RangeError(`not a day: ${day}`)
  const date = new Date(`${day}T00:00:00Z`)
  const language = locale === "zh" ? "zh-CN" : "en-GB"
  return new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" }).format(date)
}

/** A moment from `2025-01-14T08:30:00Z`, to the minute, in the office's time: `2025年1月14日 16:30`. */
export function formatMoment(moment: string, locale: Locale): string {
  const language = locale === "zh" ? "zh-CN" : "en-GB"
  const style = { dateStyle: "long", timeStyle: "short", timeZone: "Asia/Shanghai" } as const
  return new Intl.DateTimeFormat(language, style).format(new Date(moment))
}

function phrase(figure: Figure, metric: Metric, locale: Locale, unit: string): string {
  const { value, low, high } = figure
  const exactness = figure.exactness ?? "exact"
  const text = bare(value, metric, locale)
  const isRate = metric.kind === "rate"
  const bounded = low != null && high != null
  const pattern =
    isRate && exactness === "over" ? "overRate" : exactness === "range" && !bounded ? "about" : exactness
  const parts = {
    value: text,
    unit: isRate ? "" : unit,
    low: bare(low ?? value, metric, locale),
    high: bare(high ?? value, metric, locale),
  }
  return translate(locale, "status")(`figure.${pattern}`, parts).trim()
}

function bare(value: number, metric: Metric, locale: Locale): string {
  if (metric.kind === "rate") return formatRate(value)
  return metric.kind === "amount" ? formatMoney(value, locale) : formatNumber(value, locale)
}

function signOf(value: number): string {
  if (value === 0) return "±"
  return value > 0 ? "+" : "−"
}

function group(value: number): string {
  return digitGroups.format(value)
}

/** Why a cell is empty, in words: `报告未写`, or that its report is held and not published yet. */
export function formatGap(gap: { reason: MissingReason; reviewed: boolean }, locale: Locale): string {
  const t = translate(locale, "status")
  return isUnpublished(gap) ? t("unpublished") : t(`missing.${gap.reason}`)
}

/** The same in a word or two. */
export function formatGapShort(gap: { reason: MissingReason; reviewed: boolean }, locale: Locale): string {
  const t = translate(locale, "status")
  return isUnpublished(gap) ? t("unpublishedShort") : t(`missingShort.${gap.reason}`)
}

const isUnpublished = (gap: { reason: MissingReason; reviewed: boolean }) =>
  !gap.reviewed && gap.reason === "not_stated"
