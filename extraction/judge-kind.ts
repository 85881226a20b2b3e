import type { CandidateKind } from "@/catalogue/status"
import type { Mark } from "@/extraction/lexicon/lexicon"
import type { SectionRole } from "@/extraction/report"
import type { Moment, Segment } from "@/extraction/segment"

/** What a figure is, the year it is for, and the rule that says so. `sign` is -1 for a fall. */
export type Judgement = { kind: CandidateKind; year: number | null; sign: 1 | -1; rule: string }

export type Setting = {
  text: string
  role: SectionRole
  referenceYear: number | null
  /** The year that the plan is for. */
  planYear: number | null
}

type Said = { own: Set<Mark | string>; near: Set<Mark | string> }

function saidIn(segment: Segment): Said {
  const own = new Set<string>()
  const near = new Set<string>()
  for (const word of segment.before) for (const mark of word.meaning.marks) own.add(mark)
  for (const word of segment.before) if (word.far <= 8) for (const mark of word.meaning.marks) near.add(mark)
  return { own, near }
}

function ofMoment(moment: Moment, setting: Setting): Judgement | null {
  const { referenceYear } = setting
  const result = { kind: "result" as const, year: referenceYear, sign: 1 as const }
  const part = { kind: "part" as const, year: referenceYear, sign: 1 as const }
  if (moment.mark === "thisYear" || moment.mark === "now") return { ...result, rule: "this year" }
  if (moment.mark === "lastYear") {
    return {
      kind: "other_year",
      year: referenceYear === null ? null : referenceYear - 1,
      sign: 1,
      rule: "last year",
    }
  }
  if (moment.mark === "partYear") return { ...part, rule: "part of the year" }
  if (moment.mark === "since") return { kind: "cumulative", year: null, sign: 1, rule: "several years" }
  const time = moment.time
  if (!time) return null
  if (time.kind === "years") return { kind: "cumulative", year: null, sign: 1, rule: "several years" }
  if (time.kind === "since") {
    const earlier = referenceYear !== null && time.year < referenceYear
    return earlier
      ? { kind: "cumulative", year: null, sign: 1, rule: "since an earlier year" }
      : { ...result, rule: "since this year" }
  }
  if (time.kind === "year") return ofYear(time.year, setting)
  if (time.year !== null && referenceYear !== null && time.year !== referenceYear)
    return ofYear(time.year, setting)
  if (time.kind === "day") return { ...part, rule: "on a day" }
  if (time.from === 1 && time.to === 12) return { ...result, rule: "the whole year" }
  return { ...part, rule: time.until ? "until a month" : "some months" }
}

function ofYear(year: number, { referenceYear }: Setting): Judgement {
  if (referenceYear === null || year === referenceYear)
    return { kind: "result", year: referenceYear ?? year, sign: 1, rule: "the year itself" }
  return year < referenceYear
    ? { kind: "other_year", year, sign: 1, rule: "an earlier year" }
    : { kind: "target", year, sign: 1, rule: "a later year" }
}

/** The time that governs a figure: its own clause first, else the nearest before it; a year only compared with (较2022年)
 * governs no figure but the next one. */
function periodOf(segment: Segment, setting: Setting): Judgement | null {
  for (const moment of segment.moments) {
    if (!moment.own && (moment.compared || moment.mark === "lastYear")) continue
    const judged = ofMoment(moment, setting)
    if (judged) return judged
  }
  return null
}

function isChange(segment: Segment, said: Said): 1 | -1 | null {
  const direction = segment.before.find((word) =>
    word.meaning.marks.some(
      (mark) => mark === "rise" || mark === "fall" || mark === "upTo" || mark === "same",
    ),
  )
  if (!direction || direction.gap > 3 || direction.meaning.marks.includes("upTo")) return null
  const { unit, classifier } = segment.quantity
  const isRate = unit === "rate" || unit === "points"
  const versus =
    said.own.has("versus") ||
    segment.moments.some((moment) => moment.own && (moment.compared || moment.mark === "lastYear"))
  const versusBefore = segment.earlier
    .slice(0, 8)
    .some((word) => word.meaning.marks.includes("versus") || word.meaning.marks.includes("lastYear"))
  if (!isRate && !versus && !(versusBefore && classifier !== null && said.near.has("fall"))) return null
  return direction.meaning.marks.includes("fall") && !direction.meaning.marks.includes("rise") ? -1 : 1
}

const pastInPlan = /目前|现有|今年|已有|已/
const keptResult = /成果|成效|基础上/

function isPlanned(segment: Segment, setting: Setting): boolean {
  const around = setting.text.slice(segment.start, segment.end)
  const now = segment.moments.some(
    (moment) =>
      moment.own && (moment.mark === "now" || moment.mark === "thisYear") && /现有|目前|今年/.test(around),
  )
  return (
    !now &&
    !pastInPlan.test(around.slice(0, Math.max(0, segment.quantity.start - segment.start)).slice(-8)) &&
    !keptResult.test(around)
  )
}

/** What a figure is, from the words of time, promise, demand and comparison around it. The first rule that fits wins;
 * `result` is what is left. */
export function judgeKind(segment: Segment, setting: Setting): Judgement {
  const said = saidIn(segment)
  const { referenceYear, planYear } = setting
  const year = referenceYear
  if (said.own.has("each") || said.near.has("atMost"))
    return { kind: "requirement", year: null, sign: 1, rule: "so many each" }
  const promised = setting.role === "plan" && isPlanned(segment, setting)
  if (promised) {
    const fall = said.near.has("fall") && !said.near.has("upTo") ? -1 : 1
    return { kind: "target", year: planYear, sign: fall, rule: "in the plan" }
  }
  const change = isChange(segment, said)
  if (change) return { kind: "change", year, sign: change, rule: "compared with another time" }
  const from = segment.before.find((word) => word.meaning.marks.includes("from"))
  const leads = segment.after.some(
    (word) =>
      word.meaning.marks.includes("upTo") ||
      word.meaning.marks.includes("rise") ||
      word.meaning.marks.includes("fall"),
  )
  if (from && leads && setting.role !== "plan")
    return { kind: "other_year", year: null, sign: 1, rule: "from one level to another" }
  if (said.own.has("aim") && !said.own.has("aimDone"))
    return { kind: "target", year: planYear, sign: 1, rule: "a promise" }
  const period = periodOf(segment, setting)
  if (period?.kind === "cumulative" && segment.quantity.written === "zero") {
    return { kind: "result", year, sign: 1, rule: "none in several years is none in this" }
  }
  if (period && period.kind !== "result") return period
  if (said.own.has("atLeast") || said.own.has("norm"))
    return { kind: "requirement", year: null, sign: 1, rule: "a minimum" }
  return period ?? { kind: "result", year, sign: 1, rule: "nothing says otherwise" }
}
