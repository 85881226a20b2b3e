import { isMetricCode, type MetricCode, metricOf } from "@/catalogue/metric"
import type { WrittenFact } from "@/demo/demo-report"
import type { Phrase } from "@/demo/phrase"
import type { Random } from "@/demo/random"
import type { Figures } from "@/demo/town-figures"
import { writeNumber } from "@/demo/write-number"

/** What a scribe writes from: this year's figures, last year's, the names, and the sign left in place of one figure, if any. */
export type Source = {
  figures: Figures
  before: Figures
  names: ReadonlyMap<string, string>
  blank: { metric: MetricCode; sign: string } | null
  random: Random
}

/** A text and the facts that it states of this year. */
export type Written = { text: string; facts: readonly WrittenFact[] }

/** Fills a phrase's slots. */
export function writePhrase(phrase: Phrase, source: Source): Written {
  const facts: WrittenFact[] = [...(phrase.says ?? [])]
  for (const metric of phrase.zero ?? []) {
    facts.push({ metric, value: 0, exactness: "exact", missing: null })
  }
  const text = phrase.text.replace(/\{([^}]+)\}/g, (_, slot: string) => {
    if (!isMetricCode(slot)) return writeAside(slot, source)
    if (source.blank?.metric === slot) {
      facts.push({ metric: slot, value: null, exactness: null, missing: "placeholder" })
      return source.blank.sign
    }
    const written = writeNumber(source.figures.get(slot) ?? 0, slot, source.random)
    facts.push({ metric: slot, value: written.value, exactness: written.exactness, missing: null })
    return written.text
  })
  return { text, facts }
}

/** Fills the names of a sentence without figures. */
export function writeSentence(text: string, names: ReadonlyMap<string, string>): string {
  return text.replace(/\{([^}]+)\}/g, (slot, name: string) => names.get(name) ?? slot)
}

/** The metrics that a phrase gives a figure of. */
export function metricsOf(phrase: Phrase): readonly MetricCode[] {
  return [...phrase.text.matchAll(/\{([a-z_]+)\}/g)].map(([, slot = ""]) => slot).filter(isMetricCode)
}

/** Numbers that are not this year's result: last year's, a part, a change. */
function writeAside(slot: string, { figures, before, names, random }: Source): string {
  const [kind = "", code = ""] = slot.split(":")
  if (!isMetricCode(code)) return names.get(slot) ?? slot
  const now = figures.get(code) ?? 0
  const last = before.get(code) ?? 0
  if (kind === "last") return String(last)
  if (kind === "part") return String(Math.max(1, Math.floor(now * (0.2 + 0.3 * random.next()))))
  return changeInWords(now, last, metricOf(code).unit)
}

function changeInWords(now: number, last: number, unit: string): string {
  if (now === last) return "与上年持平"
  const size = Math.abs(now - last)
  if (last < 20) return now > last ? `比上年增加${size}${unit}` : `比上年减少${size}${unit}`
  const percent = ((100 * size) / last).toFixed(1)
  return now > last ? `同比增长${percent}%` : `同比下降${percent}%`
}
