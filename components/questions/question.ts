import { formatFigure } from "@/catalogue/format"
import type { Locale } from "@/catalogue/messages/messages"
import { type MetricCode, metricOf } from "@/catalogue/metric"
import type { EntryAction, QuestionState, ThreadSide } from "@/catalogue/question"
import type { CandidateKind, Exactness } from "@/catalogue/status"
import { translate } from "@/catalogue/translate"
import type { Action } from "@/components/review/action-form"

/** What was said in a thread; `value` and `source` in a proposal only. */
export type Entry = {
  sequence: number
  action: EntryAction
  words: string | null
  value: number | null
  source: string | null
  byRole: ThreadSide
  by: string
  at: string
}

/** A thread as it is shown. `seen` counts its entries; `reading` is what was read at its place when it began. */
export type QuestionThread = {
  id: string
  townCode: number
  townName: string
  year: number
  state: QuestionState
  seen: number
  metric: MetricCode | null
  candidateId: string | null
  findingId: string | null
  start: number | null
  quote: string | null
  sentence: string | null
  reading: {
    kind: CandidateKind
    referenceYear: number
    value: number | null
    exactness: Exactness | null
    low: number | null
    high: number | null
  } | null
  finding: string | null
  begunByRole: ThreadSide
  entries: readonly Entry[]
}

export type ThreadActions = { answer: Action; settle: Action }

/** What a thread is about, in a few words: its metric, the words it points at, or the whole report. */
export function subjectOf({ metric, quote, reading }: QuestionThread, locale: Locale): string {
  const t = translate(locale, "question")
  if (!metric) return quote ? t("about.number", { quote: cut(quote, 24) }) : t("about.general")
  const { nameZh, nameEn } = metricOf(metric)
  const name = locale === "zh" ? nameZh : nameEn
  return reading?.kind === "target"
    ? t("about.target", { metric: name, year: String(reading.referenceYear) })
    : name
}

/** A figure of the thread's metric in words, or null where it has none. */
export function figureIn({ metric }: QuestionThread, value: number | null, locale: Locale): string | null {
  return metric === null || value === null ? null : formatFigure({ value }, metricOf(metric), locale)
}

/** What was read at the thread's place, in words; null where nothing was. */
export function readIn({ metric, reading }: QuestionThread, locale: Locale): string | null {
  if (!metric || !reading) return null
  const { value, exactness, low, high } = reading
  if (value === null) return translate(locale, "question")("readMissing")
  return reading.kind === "change"
    ? String(value)
    : formatFigure({ value, exactness, low, high }, metricOf(metric), locale)
}

/** The address of the thread's place in its report. */
export function placeHref({ townCode, year, start }: QuestionThread): string {
  return `/reports/${townCode}/${year}${start === null ? "" : `#p${start}`}`
}

/** A text, cut with a mark where it is longer. */
export function cut(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most)}…` : text
}
