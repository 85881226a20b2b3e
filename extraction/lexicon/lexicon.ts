import { acts } from "@/extraction/lexicon/acts"
import { type ConceptSet, conceptSet } from "@/extraction/lexicon/concept-set"
import { fillers } from "@/extraction/lexicon/fillers"
import { marks } from "@/extraction/lexicon/marks"
import { namesWithNumerals } from "@/extraction/lexicon/names"
import { rates } from "@/extraction/lexicon/rates"
import { enforcementTopics } from "@/extraction/lexicon/topics-enforcement"
import { governanceTopics } from "@/extraction/lexicon/topics-governance"
import { societyTopics } from "@/extraction/lexicon/topics-society"

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
  topicSet: ConceptSet
  actSet: ConceptSet
  markSet: ConceptSet
}
type Draft = { topics: Topic[]; acts: Act[]; marks: (Mark | Rate)[]; opens: boolean; name: boolean }

function collect(): ReadonlyMap<string, Draft> {
  const found = new Map<string, Draft>()
  const each = (table: Readonly<Record<string, string>>, add: (draft: Draft, concept: string) => void) => {
    for (const [concept, words] of Object.entries(table)) {
      for (const word of words.split(/\s+/)) {
        const draft = found.get(word) ?? { topics: [], acts: [], marks: [], opens: false, name: false }
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

type Node = { next: Map<number, Node> | null; meaning: Meaning | null }

/** A tree of the words by character; its first level is an array, because most characters begin no word. */
function plant(words: ReadonlyMap<string, Draft>): readonly (Node | null)[] {
  const roots: (Node | null)[] = new Array(0x10000).fill(null)
  for (const [word, draft] of words) {
    let node = roots[word.charCodeAt(0)] ?? { next: null, meaning: null }
    roots[word.charCodeAt(0)] = node
    for (let i = 1; i < word.length; i += 1) {
      node.next ??= new Map()
      const child: Node = node.next.get(word.charCodeAt(i)) ?? { next: null, meaning: null }
      node.next.set(word.charCodeAt(i), child)
      node = child
    }
    const { topics, acts, marks } = draft
    node.meaning = {
      ...draft,
      topicSet: conceptSet(topics),
      actSet: conceptSet(acts),
      markSet: conceptSet(marks),
    }
  }
  return roots
}

const lexicon = collect()
const roots = plant(lexicon)
/** Marks the pairs of characters that words begin with, folded to sixteen bits: most places fail here at once. */
const pairs = new Uint8Array(0x10000)
const pairOf = (first: number, second: number) => (first * 31 + second) & 0xffff
for (const word of lexicon.keys())
  if (word.length > 1) pairs[pairOf(word.charCodeAt(0), word.charCodeAt(1))] = 1

/** The longest word of the tables that begins at `from`: its end and what it means, or null. */
export function wordAt(text: string, from: number): { end: number; meaning: Meaning } | null {
  const first = text.charCodeAt(from)
  let node: Node | null | undefined = roots[first]
  if (!node) return null
  if (pairs[pairOf(first, text.charCodeAt(from + 1))] === 0) {
    return node.meaning ? { end: from + 1, meaning: node.meaning } : null
  }
  let end = from
  let meaning: Meaning | null = null
  for (let i = from + 1; node; i += 1) {
    if (node.meaning) {
      meaning = node.meaning
      end = i
    }
    node = node.next?.get(text.charCodeAt(i))
  }
  return meaning ? { end, meaning } : null
}
