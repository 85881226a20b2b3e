/** A key is a node and a character number of eleven bits. */
const mostCodes = 1 << 11
const initialSlots = 1 << 16

/** A tree of words by character, kept in flat arrays so that a walk stays in the cache: the step from a node by a
 * character is one look into a table of (node, character). Nodes are numbers, 0 is the root. */
export class WordTree {
  private keys = new Int32Array(initialSlots).fill(-1)
  private steps = new Int32Array(initialSlots)
  private readonly codes = new Map<number, number>()
  private readonly codeOf = new Uint16Array(0x10000)
  private readonly ends: number[] = [-1]
  private filled = 0

  /** Where the step (node, code) is, or would be. */
  private slotOf(key: number): number {
    const mask = this.keys.length - 1
    let slot = (Math.imul(key, 0x9e3779b1) >>> 8) & mask
    for (;;) {
      const found = this.keys[slot] ?? -1
      if (found === key || found === -1) return slot
      slot = (slot + 1) & mask
    }
  }

  private grow(): void {
    const [keys, steps] = [this.keys, this.steps]
    this.keys = new Int32Array(keys.length * 2).fill(-1)
    this.steps = new Int32Array(keys.length * 2)
    keys.forEach((key, i) => {
      if (key === -1) return
      const slot = this.slotOf(key)
      this.keys[slot] = key
      this.steps[slot] = steps[i] ?? 0
    })
  }

  /** Adds a word that stands for `item`, a number of 0 or more. Characters are numbered as they come, from 1. */
  add(word: string, item: number): void {
    let node = 0
    for (let i = 0; i < word.length; i += 1) {
      const char = word.charCodeAt(i)
      const code = this.codes.get(char) ?? this.codes.size + 1
      if (code >= mostCodes) throw new RangeError("more characters than a step has room for")
      this.codes.set(char, code)
      this.codeOf[char] = code
      const key = (node << 11) | code
      const slot = this.slotOf(key)
      if (this.keys[slot] === key) node = this.steps[slot] ?? 0
      else {
        node = this.ends.push(-1) - 1
        this.keys[slot] = key
        this.steps[slot] = node
        this.filled += 1
        if (this.filled * 2 > this.keys.length) this.grow()
      }
    }
    this.ends[node] = item
  }

  /** The longest word at `from`: what it stands for and its length in one number (item x 64 + length), or -1. */
  find(text: string, from: number): number {
    let node = 0
    let found = -1
    for (let i = from; ; i += 1) {
      const code = this.codeOf[text.charCodeAt(i)] ?? 0
      if (code === 0) return found
      const key = (node << 11) | code
      const slot = this.slotOf(key)
      if (this.keys[slot] !== key) return found
      node = this.steps[slot] ?? 0
      const item = this.ends[node] ?? -1
      if (item >= 0) found = item * 64 + (i + 1 - from)
    }
  }
}
