import type { CandidateKind } from "@/catalogue/status"
import { conceptSet, meets } from "@/extraction/lexicon/concept-set"
import type { Mark } from "@/extraction/lexicon/lexicon"
import type { SectionRole } from "@/extraction/report"
import type { Beside, Moment, Segment } from "@/extraction/segment"

/** What a figure is, the year it is for, and the rule that says so. `sign` is -1 for a fall. */
export type Judgement = { kind: CandidateKind; year: number | null; sign: 1 | -1; rule: string }

export type Setting = {
  text: string
  role: SectionRole
  referenceYear: number | null
  /** The year that the plan is for. */
  planYear: number | null
  /** Title and issuer: words that name who reports. */
  reporter: string
}

const marked = (...marks: Mark[]) => conceptSet(marks)
const each = marked("each")
const atMost = marked("atMost")
const atLeastOrNorm = marked("atLeast", "norm")
const fall = marked("fall")
const rise = marked("rise")
const upTo = marked("upTo")
const directions = marked("rise", "fall", "upTo", "same")
const moves = marked("upTo", "rise", "fall")
const versus = marked("versus")
const versusLast = marked("versus", "lastYear")
const from = marked("from")
const ofWhich = marked("ofWhich")
const aim = marked("aim")
const aimDone = marked("aimDone")

const result = (year: number | null, rule: string): Judgement => ({ kind: "result", year, sign: 1, rule })
const part = (year: number | null, rule: string): Judgement => ({ kind: "part", year, sign: 1, rule })

function ofMoment(moment: Moment, setting: Setting): Judgement | null {
  const { referenceYear } = setting
  if (moment.mark === "thisYear" || moment.mark === "now") return result(referenceYear, "this year")
  if (moment.mark === "lastYear") {
    return {
      kind: "other_year",
      year: referenceYear === null ? null : referenceYear - 1,
      sign: 1,
      rule: "last year",
    }
  }
  if (moment.mark === "census") return { kind: "other_year", year: null, sign: 1, rule: "by a census" }
  if (moment.mark === "partYear") return part(referenceYear, "part of the year")
  if (moment.mark === "since") return { kind: "cumulative", year: null, sign: 1, rule: "several years" }
  const time = moment.time
  if (!time) return null
  if (time.kind === "years") return { kind: "cumulative", year: null, sign: 1, rule: "several years" }
  if (time.kind === "since") {
    const earlier = referenceYear !== null && time.year < referenceYear
    return earlier
      ? { kind: "cumulative", year: null, sign: 1, rule: "since an earlier year" }
      : result(referenceYear, "since this year")
  }
  if (time.kind === "year") return ofYear(time.year, setting)
  if (time.year !== null && referenceYear !== null && time.year !== referenceYear)
    return ofYear(time.year, setting)
  if (time.kind === "day") return part(referenceYear, "on a day")
  if (time.from === 1 && time.to === 12) return result(referenceYear, "the whole year")
  return part(referenceYear, time.until ? "until a month" : "some months")
}

function ofYear(year: number, { referenceYear }: Setting): Judgement {
  if (referenceYear === null || year === referenceYear)
    return { kind: "result", year: referenceYear ?? year, sign: 1, rule: "the year itself" }
  return year < referenceYear
    ? { kind: "other_year", year, sign: 1, rule: "an earlier year" }
    : { kind: "target", year, sign: 1, rule: "a later year" }
}

/** A day, some months, an occasion: what stands behind a semicolon is no longer of it. */
function isPartial({ mark, time }: Moment): boolean {
  return mark === "partYear" || time?.kind === "day" || (time?.kind === "months" && !time.until)
}

/** 普法39场,其中上半年17场,受众1.2万人: the half-year is of an item under 其中, and the figure counts another thing. */
function isOfAnItem({ start }: Moment, { before, earlier }: Segment): boolean {
  return (
    before.some(({ content }) => content.topics.length > 0) &&
    earlier.some((word) => word.start < start && meets(word.content.concepts, ofWhich))
  )
}

/** 连续三年保持100%: a rate of every one of several years is this year's too. */
function isEveryYear({ mark, start }: Moment, { text }: Setting): boolean {
  return mark === "since" && text.startsWith("连续", start)
}

/** The time that governs a figure: its own clause first, else the nearest before it; a year only compared with (较2022年)
 * governs no figure but the next one. */
function periodOf(segment: Segment, setting: Setting): Judgement | null {
  for (const moment of segment.moments) {
    if (!moment.own && (moment.compared || moment.mark === "lastYear")) continue
    if (moment.parted && isPartial(moment)) continue
    if (!moment.own && moment.mark === "partYear" && isOfAnItem(moment, segment)) continue
    if (segment.quantity.unit === "rate" && isEveryYear(moment, setting)) continue
    const judged = ofMoment(moment, setting)
    if (judged) return judged
  }
  return null
}

function isChange({ before, earlier, quantity, moments, said, saidClose }: Segment): 1 | -1 | null {
  if (!meets(said, directions)) return null
  const direction = before.find((word) => meets(word.content.concepts, directions))
  if (!direction || direction.gap > 3 || meets(direction.content.concepts, upTo)) return null
  const { unit, classifier } = quantity
  const isRate = unit === "rate" || unit === "points"
  const compared =
    meets(said, versus) ||
    moments.some((moment) => moment.own && (moment.compared || moment.mark === "lastYear"))
  const comparedBefore =
    moments.some((moment) => moment.compared) ||
    earlier.slice(0, 8).some((word) => meets(word.content.concepts, versusLast))
  if (!isRate && !compared && !(comparedBefore && classifier !== null && meets(saidClose, fall))) return null
  const { concepts } = direction.content
  return meets(concepts, fall) && !meets(concepts, rise) ? -1 : 1
}

const isMove = ({ content }: Beside) => meets(content.concepts, moves)

const pastInPlan = /目前|现有|今年|已有|已/
const keptResult = /成果|成效|基础上/
const saysNow = /现有|目前|今年/

/** 由现有的9名增加到15名: the level that is risen to, whatever is said of the one that it comes from. */
function isRisenTo({ before, said }: Segment): boolean {
  const [nearest] = before
  return nearest?.far === 0 && meets(nearest.content.concepts, upTo) && meets(said, from)
}

/** Characters before a figure in which it is said to be reached already. */
const reachOfPast = 8

function isPlanned({ start, end, quantity, moments }: Segment, { text }: Setting): boolean {
  const around = text.slice(start, end)
  if (keptResult.test(around)) return false
  const lead = text.slice(Math.max(start, quantity.start - reachOfPast), Math.max(start, quantity.start))
  if (pastInPlan.test(lead)) return false
  const now = moments.some(({ own, mark }) => own && (mark === "now" || mark === "thisYear"))
  return !(now && saysNow.test(around))
}

/** What a figure is, from the words of time, promise, demand and comparison around it. The first rule that fits wins;
 * `result` is what is left. */
export function judgeKind(segment: Segment, setting: Setting): Judgement {
  const { said, saidClose } = segment
  const { referenceYear, planYear } = setting
  const year = referenceYear
  if (meets(said, each) || meets(saidClose, atMost))
    return { kind: "requirement", year: null, sign: 1, rule: "so many each" }
  if (setting.role === "plan" && (isRisenTo(segment) || isPlanned(segment, setting))) {
    const sign = meets(saidClose, fall) && !meets(saidClose, upTo) ? -1 : 1
    return { kind: "target", year: planYear, sign, rule: "in the plan" }
  }
  const change = isChange(segment)
  if (change) return { kind: "change", year, sign: change, rule: "compared with another time" }
  if (meets(said, from) && setting.role !== "plan" && segment.after.some(isMove))
    return { kind: "other_year", year: null, sign: 1, rule: "from one level to another" }
  if (meets(said, aim) && !meets(said, aimDone))
    return { kind: "target", year: planYear, sign: 1, rule: "a promise" }
  const period = periodOf(segment, setting)
  if (period?.kind === "cumulative" && segment.quantity.written === "zero") {
    return { kind: "result", year, sign: 1, rule: "none in several years is none in this" }
  }
  if (period && period.kind !== "result") return period
  if (meets(said, atLeastOrNorm)) return { kind: "requirement", year: null, sign: 1, rule: "a minimum" }
  return period ?? { kind: "result", year, sign: 1, rule: "nothing says otherwise" }
}
