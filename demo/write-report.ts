import type { MetricCode } from "@/catalogue/metric"
import type { WrittenFact } from "@/demo/demo-report"
import { type Phrase, type Topic, topics } from "@/demo/phrase"
import { governancePhrases } from "@/demo/phrases-governance"
import { societyPhrases } from "@/demo/phrases-society"
import type { Random } from "@/demo/random"
import { metricsOf, type Source, writePhrase, writeSentence } from "@/demo/scribe"
import { sentences } from "@/demo/sentences"
import type { Side, Style, WorkPart } from "@/demo/style"

/** The words of a report: its title, its paragraphs, and what they state. */
export type Body = { title: string; paragraphs: readonly string[]; facts: readonly WrittenFact[] }

export type BodyPlan = {
  style: Style
  source: Omit<Source, "blank">
  /** Chooses the wording of a topic: a town keeps its own for years. */
  habit: (topic: Topic) => Random
  omitted: Side | null
  sign: string | null
}

const phrases = [...governancePhrases, ...societyPhrases]
const numerals = ["一", "二", "三", "四", "五", "六", "七", "八"] as const

/** Where a clerk forgets to fill in: the first of these that the report would state. */
const forgettable: readonly MetricCode[] = ["disputes_mediated", "publicity_events", "contracts_reviewed"]

/** Writes a report from a plan. */
export function writeBody(plan: BodyPlan): Body {
  const { style, source } = plan
  const { names, random } = source
  const chosen = choosePhrases(plan)
  const stated = [...chosen.values()].flatMap(metricsOf)
  const metric = plan.sign === null ? undefined : forgettable.find((code) => stated.includes(code))
  const blank = metric && plan.sign !== null ? { metric, sign: plan.sign } : null
  const facts: WrittenFact[] = []
  const tell = (topic: Topic) => {
    const phrase = chosen.get(topic)
    if (!phrase) return ""
    const written = writePhrase(phrase, { ...source, blank })
    facts.push(...written.facts)
    return written.text
  }
  const remarks = [...random.some(sentences.glue, sentences.glue.length)]
  const groupsOf = (part: WorkPart) =>
    part.groups.map(({ lead, topics: told }, index) => {
      const glue = remarks.splice(0, 2).join("")
      return `${markGroup(style, index)}${lead}。${told.map(tell).join("")}${writeSentence(glue, names)}`
    })
  const sidesOf = (sides: readonly Side[]) =>
    sides
      .filter((side) => side !== plan.omitted)
      .map((side) =>
        random
          .some(sentences[side], 4)
          .map((text) => writeSentence(text, names))
          .join(""),
      )
  const paragraphs = [writeSentence(random.pick(sentences.opening), names)]
  let count = 0
  for (const part of style.parts) {
    const below = "groups" in part ? groupsOf(part) : sidesOf(part.sides)
    if (below.length === 0) continue
    paragraphs.push(markPart(style, count) + writeSentence(part.heading, names))
    paragraphs.push(...(style.inline ? [below.join("")] : below))
    count += 1
  }
  paragraphs.push(writeSentence(sentences.closing, names))
  return { title: writeSentence(style.title, names), paragraphs, facts }
}

/** Most reports say something of each topic that their style has room for; of these three, all do. */
const usual = 0.94
const unfailing: readonly Topic[] = ["meetings", "reviews", "disputes"]

/** One wording a topic, of those that fit the figures. */
function choosePhrases({ source, habit }: BodyPlan): ReadonlyMap<Topic, Phrase> {
  const is = (test: (value: number) => boolean) => (metric: MetricCode) =>
    test(source.figures.get(metric) ?? 0)
  const chosen = topics.flatMap((topic): [Topic, Phrase][] => {
    const fitting = phrases.filter(
      ({ topic: of, some, zero }) =>
        of === topic &&
        (some ?? []).every(is((value) => value > 0)) &&
        (zero ?? []).every(is((value) => value === 0)),
    )
    const isTold = source.random.chance(usual) || unfailing.includes(topic)
    const [first, ...rest] = isTold ? fitting : []
    return first ? [[topic, habit(topic).pick([first, ...rest])]] : []
  })
  return new Map(chosen)
}

function markPart({ part }: Style, index: number): string {
  const numeral = numerals[index] ?? ""
  return { "一、": `${numeral}、`, 第一部分: `第${numeral}部分 `, none: "" }[part]
}

function markGroup({ group }: Style, index: number): string {
  const numeral = numerals[index] ?? ""
  return { "（一）": `（${numeral}）`, "1.": `${index + 1}.`, 一是: `${numeral}是`, none: "" }[group]
}
