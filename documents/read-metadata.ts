import type { DocumentMetadata } from "@/documents/document"

/** Labels of the head of a public page, best first; what follows the colon is the value. */
const labels = {
  issuer: ["发布单位", "发布机构", "发文机关", "发布者", "信息来源", "来源"],
  indexNumber: ["信息索引号", "索引号"],
  date: ["成文日期", "生成日期", "发文日期", "发布日期", "发布时间", "日期", "时间"],
} as const

/** The head and the foot of a page: no report keeps its metadata in the middle. */
const headLength = 2000

function labelled(text: string, names: readonly string[], value: string): string | null {
  for (const name of names) {
    const pattern = new RegExp(`${[...name].join("\\s{0,3}")}\\s{0,3}[:：]?\\s{0,12}(${value})`)
    const found = pattern.exec(text)?.[1]
    if (found) return found
  }
  return null
}

/** A day of the calendar as ISO writes it, from 2025-01-14, 20250114 or 2025年1月14日; null for what is none. */
export function isoDay(written: string | null): string | null {
  const [, year, month, day] = /(\d{4})\D?(\d{1,2})\D?(\d{1,2})/.exec(written ?? "") ?? []
  if (!year || !month || !day) return null
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`
  const date = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null
}

const titleWords =
  /(法治政府建设|法治建设|依法行政|依法治[镇乡街区县市]|行政执法|普法|复议应诉).{0,30}(报告|总结|情况|汇报|计划)/
const notATitle = /[。;；>]|当前位置|索引号|现将|如下/

/** The first line that reads like a report's title, without marks of tables and bullets. */
function titleOf(text: string): string | null {
  const lines = text.split(/\r?\n/).map((line) => line.replace(/^[\s|•·]+|[\s|]+$/g, ""))
  const title = lines.find((line) => line.length <= 60 && titleWords.test(line) && !notATitle.test(line))
  return title ?? null
}

/** What a page says of itself in its own words. A date that is no day of the calendar is left out. */
export function readMetadata(text: string): DocumentMetadata {
  const head = text.slice(0, headLength)
  const written = labelled(head, labels.date, "\\d{4}\\s?[-年/.]?\\s?\\d{1,2}\\s?[-月/.]?\\s?\\d{1,2}")
  return {
    title: titleOf(head),
    issuer: labelled(head, labels.issuer, "[\\u4e00-\\u9fff]{2,30}"),
    indexNumber: labelled(head, labels.indexNumber, "[A-Za-z0-9][\\w/.-]{5,60}"),
    publishedOn: isoDay(written),
  }
}
