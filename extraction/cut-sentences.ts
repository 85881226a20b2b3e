import { keepRoom } from "@/extraction/keep-room"
import { type Stop, stopCodes, type Token } from "@/extraction/token"

/** The tokens of a sentence, `[first, last)`, its place in the reading, and whether it holds a figure: most hold none, and
 * nothing is prepared for them. */
export type Sentence = {
  first: number
  last: number
  start: number
  end: number
  paragraph: number
  hasFigure: boolean
}

/** A text without full stops is cut at the next comma after so many tokens, so that no sentence is endless. */
const longest = 240
const pausing = ",;、 "

const deepest = 9

/** So many at least, as a rule: room is made for all at once, as a list that grows is copied again and again. */
const charactersOfToken = 3
const mostAtFirst = 1 << 14

const depthsFor = keepRoom(Uint8Array)

/** The tokens of a reading (its list may be longer than they are), its sentences, and how deep in brackets each token stands; the depths are the next reading's
 * once that is read. */
export type Cut = { tokens: readonly Token[]; sentences: readonly Sentence[]; depths: Uint8Array }

/** Takes tokens one by one and cuts them into sentences at full stops and ends of paragraphs. Brackets inside words
 * (村(社区)) are no tokens. A bracket that is not closed before the end of its paragraph counts for nothing after it. */
export class SentenceCutter {
  private readonly tokens: Token[]
  private count = 0
  private readonly sentences: Sentence[] = []
  private readonly depths: Uint8Array
  private depth = 0
  private first = 0
  private start = 0
  private paragraph = 0
  private hasFigure = false

  /** `length`: of the reading, which has no more tokens than characters and its zero-width words. */
  constructor(private readonly length: number) {
    this.tokens = new Array(Math.min(Math.ceil(length / charactersOfToken), mostAtFirst))
    this.depths = depthsFor(2 * length)
  }

  add(token: Token): void {
    const index = this.count
    this.tokens[index] = token
    this.count += 1
    if (token.type === "stop") this.addStop(index, token.end, token.content)
    else {
      this.depths[index] = this.depth
      if (token.type === "quantity") this.hasFigure = true
      if (index - this.first > longest && isEndless(index - this.first, null))
        this.close(index, index + 1, token.end)
    }
  }

  private addStop(index: number, end: number, stop: Stop): void {
    const { code } = stop
    if (code === stopCodes.closing && this.depth > 0) this.depth -= 1
    if (code === stopCodes.lineBreak) this.depth = 0
    this.depths[index] = this.depth
    if (code === stopCodes.opening && this.depth < deepest) this.depth += 1
    if (!stop.endsSentence && !isEndless(index - this.first, stop)) return
    this.close(index, index, end)
    if (code === stopCodes.lineBreak) this.paragraph += 1
  }

  /** Ends a sentence before the token `last`; the next one begins behind the token `index`, at `end`. */
  private close(index: number, last: number, end: number): void {
    const { first, start, paragraph, hasFigure } = this
    if (last > first) this.sentences.push({ first, last, start, end, paragraph, hasFigure })
    this.first = index + 1
    this.start = end
    this.hasFigure = false
  }

  /** All that was added, cut. */
  finish(): Cut {
    const { tokens, sentences, depths, count } = this
    if (this.first < count) this.close(count, count, this.length)
    return { tokens, sentences, depths }
  }
}

const isEndless = (tokens: number, stop: Stop | null) =>
  tokens > longest && (tokens > 2 * longest || (stop !== null && pausing.includes(stop.char)))
