import type { ConceptSet } from "@/extraction/lexicon/concept-set"
import type { Mark, Meaning } from "@/extraction/lexicon/lexicon"
import type { Quantity, Time, Token } from "@/extraction/token"

/** A word of the tables where it stands. */
export type Word = { start: number; end: number; content: Meaning }

/** A word beside a figure; `gap` counts the unknown characters and `far` all characters between the two. */
export type Beside = Word & { gap: number; far: number }

/** A time or a word of time before a figure, nearest first; `own` stands in the figure's own clause,
 * `parted` before a semicolon. */
export type Moment = {
  own: boolean
  parted: boolean
  time: Time | null
  mark: Mark | null
  compared: boolean
  start: number
}

/** What a figure is read from: the words of its own clause up to the figures beside it, and those before them. */
export type Segment = {
  quantity: Quantity
  depth: number
  start: number
  end: number
  /** Nearest first. */
  before: readonly Beside[]
  after: readonly Beside[]
  /** All concepts of the words before, and of those close before. */
  said: ConceptSet
  saidClose: ConceptSet
  /** Where the figure before this one in the sentence ends, -1 without one. */
  figureBefore: number
  /** The words after end at a mark of punctuation, so that they belong to this figure. */
  afterIsOwn: boolean
  /** Characters of the own clause that no table knows. */
  unknown: number
  /** Words of earlier clauses of the sentence, nearest first. */
  earlier: readonly Word[]
  background: Background
  moments: readonly Moment[]
}

/** The words of the sentences before, nearest first, once they have been asked for; until then where to look for them: the
 * tokens before `first`. */
export type Background = { words: readonly Word[] | null; tokens: readonly Token[]; first: number }

/** Nothing stands before. */
export const noBackground: Background = { words: [], tokens: [], first: 0 }

const farthest = 70

/** What the text before the sentence was about, nearest first; the same for all figures of the sentence. */
export function backgroundOf({ background }: Segment): readonly Word[] {
  if (background.words) return background.words
  const { tokens, first } = background
  const words: Word[] = []
  for (let i = first - 1; i >= Math.max(0, first - farthest); i -= 1) {
    const token = tokens[i]
    if (token?.type === "word" && token.content.topics.length > 0) words.push(token)
  }
  background.words = words
  return words
}
