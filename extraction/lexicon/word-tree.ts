type Branch = { item: number; next: Map<number, Branch> }

const branch = (): Branch => ({ item: -1, next: new Map() })

/** A tree of words by character, kept as a double array (Aoe 1989), so that a step is one look and a walk stays in the
 * cache: the step from node n by character number c leads to place `base[n] + c`, if `check` there says n. */
export class WordTree {
  private readonly codeOf = new Uint16Array(0x10000)
  private base = new Int32Array(1 << 12)
  private check = new Int32Array(1 << 12).fill(-1)
  private items = new Int32Array(1 << 12).fill(-1)
  /** Of a taken place, one not before the next that is free; wanted while the tree is built only. */
  private beyond: number[] = []

  /** `words`: each with the number, 0 or more, that it stands for. */
  constructor(words: ReadonlyMap<string, number>) {
    const root = branch()
    let codes = 0
    for (const [word, item] of words) {
      let at = root
      for (let i = 0; i < word.length; i += 1) {
        const char = word.charCodeAt(i)
        if (this.codeOf[char] === 0) this.codeOf[char] = ++codes
        const code = this.codeOf[char] ?? 0
        const next = at.next.get(code) ?? branch()
        at.next.set(code, next)
        at = next
      }
      at.item = item
    }
    this.check[0] = 0
    this.place(root, 0)
    this.beyond = []
  }

  /** Puts the children of a node where there is room for all of them. */
  private place(from: Branch, node: number): void {
    const codes = [...from.next.keys()].sort((a, b) => a - b)
    const [first] = codes
    if (first === undefined) return
    let base = this.nextFree(first + 1) - first
    while (codes.some((code) => this.isTaken(base + code))) base = this.nextFree(base + first + 1) - first
    this.base[node] = base
    for (const code of codes) {
      this.check[base + code] = node
      this.beyond[base + code] = base + code + 1
    }
    for (const code of codes) {
      const next = from.next.get(code)
      if (!next) continue
      this.items[base + code] = next.item
      this.place(next, base + code)
    }
  }

  private isTaken(place: number): boolean {
    this.grow(place)
    return this.check[place] !== -1
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

  private grow(place: number): void {
    if (place < this.check.length) return
    const size = this.check.length * 2
    const longer = (old: Int32Array) => {
      const wider = new Int32Array(size).fill(-1)
      wider.set(old)
      return wider
    }
    this.base = longer(this.base)
    this.check = longer(this.check)
    this.items = longer(this.items)
    this.grow(place)
  }

  /** The longest word at `from`: what it stands for and its length in one number (item x 64 + length), or -1. */
  find(text: string, from: number): number {
    let found = -1
    let node = 0
    for (let i = from; i < text.length; i += 1) {
      node = this.step(node, text.charCodeAt(i))
      if (node < 0) break
      const item = this.items[node] ?? -1
      if (item >= 0) found = item * 64 + (i + 1 - from)
    }
    return found
  }

  /** `find` in the units of a text. */
  findIn(units: Uint16Array, from: number): number {
    let found = -1
    let node = 0
    for (let i = from; i < units.length; i += 1) {
      node = this.step(node, units[i] ?? 0)
      if (node < 0) break
      const item = this.items[node] ?? -1
      if (item >= 0) found = item * 64 + (i + 1 - from)
    }
    return found
  }

  /** The node that a character leads to, or -1. */
  private step(node: number, char: number): number {
    const code = this.codeOf[char] ?? 0
    const next = (this.base[node] ?? 0) + code
    return code !== 0 && this.check[next] === node ? next : -1
  }
}
