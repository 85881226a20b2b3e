/** A set of concepts as bits: rules are tried by the hundred on every figure, and a set of words meets another in a few
 * machine words. */
export type ConceptSet = number[]

/** Thirty bits a number: what an engine keeps unboxed. */
const bits = 30
const width = 10
const places = new Map<string, number>()

function placeOf(concept: string): number {
  const known = places.get(concept)
  if (known !== undefined) return known
  const place = places.size
  if (place >= width * bits) throw new RangeError("more concepts than bits: raise the width")
  places.set(concept, place)
  return place
}

export function conceptSet(concepts: readonly string[] = []): ConceptSet {
  const set = new Array<number>(width).fill(0)
  for (const concept of concepts) {
    const place = placeOf(concept)
    const at = Math.floor(place / bits)
    set[at] = (set[at] ?? 0) | (1 << (place % bits))
  }
  return set
}

/** True if the two have a concept in common. */
export function meets(a: ConceptSet, b: ConceptSet): boolean {
  for (let i = 0; i < width; i += 1) if (((a[i] ?? 0) & (b[i] ?? 0)) !== 0) return true
  return false
}

/** Puts all of `from` into `into`. */
export function include(into: ConceptSet, from: ConceptSet): void {
  for (let i = 0; i < width; i += 1) into[i] = (into[i] ?? 0) | (from[i] ?? 0)
}

/** True if `set` has a concept that `other` has not. */
export function exceeds(set: ConceptSet, other: ConceptSet): boolean {
  for (let i = 0; i < width; i += 1) if (((set[i] ?? 0) & ~(other[i] ?? 0)) !== 0) return true
  return false
}
