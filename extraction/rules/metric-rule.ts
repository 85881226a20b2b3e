import type { MetricCode } from "@/catalogue/metric"
import type { Act, Concept, Mark, Rate, Topic } from "@/extraction/lexicon/lexicon"

/** How a figure of a metric is worded: what is counted (`topic`), what was done with it (`act`), what else must be said
 * (`say`), what must not (`not`), in which 量词 (`units`, blanks between them). */
export type MetricRule = {
  name: string
  metric: MetricCode
  topic: readonly Topic[]
  act?: readonly Act[]
  /** The act must stand in the figure's own clause. */
  ownAct?: true
  /** The act may be left out altogether. */
  actOptional?: true
  say?: readonly (Mark | Rate)[]
  /** Another thing that must stand beside the figure: the villages that have an adviser. */
  with?: readonly Topic[]
  not?: readonly Concept[]
  /** Of these and `rival`, the one named last before the figure must be one of these. */
  about?: readonly Topic[]
  rival?: readonly Topic[]
  /** Neither of them being named fails too. */
  mustBeAbout?: true
  /** Two or more of the topics are named together under one figure. */
  severalOf?: true
  /** Nothing but the figure stands in its clause: 培训2期、180人. */
  bare?: true
  /** The sentence may not have spoken last of these. */
  notAfter?: readonly Topic[]
  units: string
  /** The topic must stand beside the figure: it may not be left out. */
  ownTopic?: true
  /** Zero in words may speak of it: 零败诉, 未发生行政复议案件. */
  zero?: true
  /** A part of the metric by its own words, never the whole. */
  part?: true
  /** One sort of it only: a part where the report also gives the whole. */
  narrow?: true
  /** Added to the score where two rules fit the same words. */
  weight?: number
}

export const times = "次 场 场次 场(次) 次(场) 期"
export const cases = "件 起 宗 例 件次"
export const persons = "人 名 位"
