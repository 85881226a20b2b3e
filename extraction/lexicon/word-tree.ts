import { knownLetter, letterBits, letterOf, mostLetters } from "@/extraction/alphabet"

type Branch = { item: number; next: Map<number, Branch> }

const branch = (): Branch => ({ item: -1, next: new Map() })

/** Of each place of a tree, side by side: where the children of its node begin, whose child it is, what ends there; the
 * latter two are one more than the number, and 0 is none. Sixteen bits each keep a place in half a look's memory. */
const [width, parent, item] = [4, 1, 2]
const mostPlaces = 1 << 16

/** A tree of words by letter, kept as a double array (Aoe 1989), so that a step is one look and a walk stays in the
 * cache: the step from node n by letter c leads to the place `base of n + c`, if that is a child of n. */
export class WordTree {
  private places = new Uint16Array(mostLetters * width)
  /** Of a taken place, one not before the next that is free; 0 of a free one. Wanted while the tree is built only. */
  private beyond = new Int32Array(mostLetters)

  /** `words`: each with the number, 0 or more, that it stands for. */
  constructor(words: ReadonlyMap<string, number>) {
    const root = branch()
    for (const [word, item] of words) {
      let at = root
      for (let i = 0; i < word.length; i += 1) {
        const letter = letterOf(word.charCodeAt(i))
        const next = at.next.get(letter) ?? branch()
        at.next.set(letter, next)
        at = next
      }
      at.item = item
    }
    this.beyond[0] = 1
    this.place(root, 0)
    this.beyond = new Int32Array(0)
  }

  /** Puts the children of a node where there is room for all of them. */
  private place(from: Branch, node: number): void {
    const letters = [...from.next.keys()].sort((a, b) => a - b)
    const [first] = letters
    if (first === undefined) return
    let base = this.nextFree(first + 1) - first
    while (letters.some((letter) => this.isTaken(base + letter)))
      base = this.nextFree(base + first + 1) - first
    if (base + mostLetters > mostPlaces) throw new RangeError("more words than places")
    this.places[node * width] = base
    for (const letter of letters) {
      this.places[(base + letter) * width + parent] = node + 1
      this.beyond[base + letter] = base + letter + 1
    }
    for (const letter of letters) {
      const next = from.next.get(letter)
      if (!next) continue
      this.places[(base + letter) * width + item] = next.item + 1
      this.place(next, base + letter)
    }
  }

  private isTaken(place: number): boolean {
    this.grow(place + mostLetters)
    return this.beyond[place] !== 0
  }

  /** The first free place from here on. What was walked over is walked over once: every place passed points beyond. */
  private nextFree(from: number): number {
    let free = from
    while (this.isTaken(free)) free = this.beyond[free] ?? free + 1
    for (let at = from; at < free; ) {
      const next = this.beyond[at] ?? free
      this.beyond[at] = free
      at = next
    }
    return free
  }

  /** Makes room for so many places: for all that a letter may lead to from a node, so that a walk needs no end. */
  private grow(size: number): void {
    if (size < this.beyond.length) return
    const places = new Uint16Array(size * 2 * width)
    places.set(this.places)
    this.places = places
    const beyond = new Int32Array(size * 2)
    beyond.set(this.beyond)
    this.beyond = beyond
  }

  /** The longest word at `from`: what it stands for and its length in one number (item x 64 + length), or -1. */
  find(text: string, from: number): number {
    const { places } = this
    let found = -1
    let node = 0
    for (let i = from; i < text.length; i += 1) {
      const base = places[node * width] ?? 0
      const next = base + knownLetter(text.charCodeAt(i))
      if (base === 0 || places[next * width + parent] !== node + 1) break
      const ends = places[next * width + item] ?? 0
      if (ends > 0) found = (ends - 1) * 64 + (i + 1 - from)
      node = next
    }
    return found
  }

  /** `find` in the letters of a text. */
  findIn(letters: Uint16Array, from: number, until: number): number {
    const { places } = this
    let found = -1
    let node = 0
    for (let i = from; i < until; i += 1) {
      const base = places[node * width] ?? 0
      const next = base + ((letters[i] ?? 0) & letterBits)
      if (base === 0 || places[next * width + parent] !== node + 1) break
      const ends = places[next * width + item] ?? 0
      if (ends > 0) found = (ends - 1) * 64 + (i + 1 - from)
      node = next
    }
    return found
  }
}
