import { acts } from "@/extraction/lexicon/acts"
import { type ConceptSet, conceptSet, exceeds } from "@/extraction/lexicon/concept-set"
import { fillers } from "@/extraction/lexicon/fillers"
import { marks } from "@/extraction/lexicon/marks"
import { namesWithNumerals } from "@/extraction/lexicon/names"
import { rates } from "@/extraction/lexicon/rates"
import { enforcementTopics } from "@/extraction/lexicon/topics-enforcement"
import { governanceTopics } from "@/extraction/lexicon/topics-governance"
import { societyTopics } from "@/extraction/lexicon/topics-society"
import { WordTree } from "@/extraction/lexicon/word-tree"

const topics = { ...governanceTopics, ...enforcementTopics, ...societyTopics }

export type Topic = keyof typeof topics
export type Act = keyof typeof acts
export type Mark = keyof typeof marks
export type Rate = keyof typeof rates
export type Concept = Topic | Act | Mark | Rate | keyof typeof fillers

/** What a word of the tables can mean. A word with no topic, act or mark is a filler: it says nothing here. `opens` is a
 * list mark (一是); `name` a fixed name with a numeral in it, which is no quantity. */
export type Meaning = {
  topics: readonly Topic[]
  acts: readonly Act[]
  marks: readonly (Mark | Rate)[]
  opens: boolean
  name: boolean
  /** The mark of time in it, if any. */
  moment: Mark | null
  /** All concepts of the word, those without its acts, those that it keeps among examples (neither its topics nor
   * what is foreign to the law), and its topics and acts alone. */
  concepts: ConceptSet
  named: ConceptSet
  untopical: ConceptSet
  topicSet: ConceptSet
  actSet: ConceptSet
  /** A topic that is counted for itself, not only named beside others. */
  isThing: boolean
  /** An act that says more than that something took place. */
  isDeed: boolean
  /** No filler. */
  saysSomething: boolean
  /** Its place among all meanings. */
  number: number
  /** 等: what stands before it are examples of what stands after it. */
  summarises: boolean
}

/** Acts that say only that something took place: they neither decide nor contradict. */
const lightActs = conceptSet([
  "hold", "handle", "provide", "serve", "decide", "build", "confirm", "appoint", "staff", "govern", "accept",
  "speak", "represent", "train", "create",
] satisfies Act[]) // biome-ignore format: a table
/** Things that are named beside others without being what is counted. */
const sideTopics = conceptSet([
  "cover", "attend", "serviceHall", "leaders", "enterprise", "village", "issue", "otherPaper", "audience",
  "legalityReview", "market", "mediationBody",
] satisfies Topic[]) // biome-ignore format: a table

type Draft = {
  topics: Topic[]
  acts: Act[]
  marks: (Mark | Rate)[]
  opens: boolean
  name: boolean
  summarises: boolean
}

const blankDraft = (): Draft => ({
  topics: [],
  acts: [],
  marks: [],
  opens: false,
  name: false,
  summarises: false,
})

function collect(): ReadonlyMap<string, Draft> {
  const found = new Map<string, Draft>()
  const each = (table: Readonly<Record<string, string>>, add: (draft: Draft, concept: string) => void) => {
    for (const [concept, words] of Object.entries(table)) {
      for (const word of words.split(/\s+/)) {
        const draft = found.get(word) ?? blankDraft()
        add(draft, concept)
        found.set(word, draft)
      }
    }
  }
  each(topics, (draft, concept) => draft.topics.push(concept as Topic))
  each(acts, (draft, concept) => draft.acts.push(concept as Act))
  each(marks, (draft, concept) => draft.marks.push(concept as Mark))
  each(rates, (draft, concept) => draft.marks.push(concept as Rate))
  each(fillers, (draft, concept) => {
    draft.opens ||= concept === "list"
    draft.summarises ||= concept === "and so on"
  })
  each({ namesWithNumerals }, (draft) => {
    draft.name = true
  })
  inherit(found)
  return found
}

const inherited = new Set<string>([
  "thisYear",
  "now",
  "lastYear",
  "partYear",
  "since",
  "versus",
  "rise",
  "fall",
  "sumUp",
  "total",
  "each",
  "atLeast",
  "from",
])

/** A compound that names no topic of its own (整改隐患, 考试通过率, 全年受理) has the topics and marks of the words it begins
 * and ends with, so that taking the longest word loses nothing. */
function inherit(found: ReadonlyMap<string, Draft>) {
  for (const [word, draft] of found) {
    if (draft.name) continue
    const named = draft.topics.length > 0
    for (let length = 2; length < word.length; length += 1) {
      for (const part of [word.slice(0, length), word.slice(-length)]) {
        const known = found.get(part)
        for (const topic of named ? [] : (known?.topics ?? []))
          if (!draft.topics.includes(topic)) draft.topics.push(topic)
        for (const mark of known?.marks ?? []) {
          if (!draft.marks.includes(mark) && inherited.has(mark)) draft.marks.push(mark)
        }
      }
    }
  }
}

const timeMarks = new Set<string>(["thisYear", "now", "lastYear", "partYear", "since", "census"])

/** Written out field by field, not spread: then all meanings have one shape, and the engine reads their fields in one step. */
function meaningOf({ topics, acts, marks, opens, name, summarises }: Draft, number: number): Meaning {
  const [topicSet, actSet] = [conceptSet(topics), conceptSet(acts)]
  return {
    topics,
    acts,
    marks,
    opens,
    name,
    moment: marks.find((mark): mark is Mark => timeMarks.has(mark)) ?? null,
    concepts: conceptSet([...topics, ...acts, ...marks]),
    named: conceptSet([...topics, ...marks]),
    untopical: conceptSet([...acts, ...marks.filter((mark) => mark !== "foreign" && mark !== "notLaw")]),
    topicSet,
    actSet,
    isThing: exceeds(topicSet, sideTopics),
    isDeed: exceeds(actSet, lightActs),
    saysSomething: topics.length + acts.length + marks.length > 0,
    number,
    summarises,
  }
}

const meanings: Meaning[] = []

/** Words of the same meaning share it: some thousand words have a few hundred meanings. */
function plant(words: ReadonlyMap<string, Draft>): WordTree {
  const known = new Map<string, number>()
  const items = new Map<string, number>()
  for (const [word, draft] of words) {
    const key = JSON.stringify(draft)
    const item = known.get(key) ?? meanings.push(meaningOf(draft, meanings.length)) - 1
    known.set(key, item)
    items.set(word, item)
  }
  return new WordTree(items)
}

const words = collect()
const tree = plant(words)
export const meaningCount = meanings.length

/** The characters that words of the tables begin with. */
export const beginnings = [...new Set([...words.keys()].map((word) => word[0] ?? ""))].join("")

/** The longest word of the tables that begins at `from`, as a number for `wordLength` and `wordMeaning`, or -1: the reader
 * asks at every character that begins a word, and most have none. */
export function findWord(letters: Uint16Array, from: number, until: number): number {
  return tree.findIn(letters, from, until)
}
export const wordLength = (found: number) => found & 63
export function wordMeaning(found: number): Meaning {
  const meaning = meanings[found >> 6]
  if (!meaning) throw new RangeError("no word was found")
  return meaning
}

/** The longest word of the tables that begins at `from`: its end and what it means, or null. */
export function wordAt(text: string, from: number): { end: number; meaning: Meaning } | null {
  const found = tree.find(text, from)
  return found < 0 ? null : { end: from + wordLength(found), meaning: wordMeaning(found) }
}
