/** A set of concepts as bits: rules are tried by the hundred on every figure, and two sets meet in a few machine words.
 * Fields rather than an array, so that the engine checks no bounds; thirty bits a field are kept unboxed. */
export type ConceptSet = {
  a: number
  b: number
  c: number
  d: number
  e: number
  f: number
  g: number
}

const fields = ["a", "b", "c", "d", "e", "f", "g"] as const
const bits = 30
const places = new Map<string, number>()

function placeOf(concept: string): number {
  const known = places.get(concept)
  if (known !== undefined) return known
  places.set(concept, places.size)
  return places.size - 1
}

export const conceptSet = (concepts: readonly string[] = []): ConceptSet => setOf(concepts.map(placeOf))

export const emptySet = (): ConceptSet => ({ a: 0, b: 0, c: 0, d: 0, e: 0, f: 0, g: 0 })

/** A set of numbers: the places of concepts, or those of rules in a list. */
export function setOf(places: readonly number[]): ConceptSet {
  const set = emptySet()
  for (const place of places) {
    const field = fields[Math.floor(place / bits)]
    if (!field) throw new RangeError("more members than bits: add a field")
    set[field] |= 1 << (place % bits)
  }
  return set
}

/** The numbers of a set put into `members`, in order; returns how many there are. What `members` held goes. */
export function membersOf(set: ConceptSet, members: Uint8Array): number {
  let count = take(set.a, 0, members, 0)
  count = take(set.b, bits, members, count)
  count = take(set.c, 2 * bits, members, count)
  count = take(set.d, 3 * bits, members, count)
  count = take(set.e, 4 * bits, members, count)
  count = take(set.f, 5 * bits, members, count)
  return take(set.g, 6 * bits, members, count)
}

function take(field: number, from: number, members: Uint8Array, count: number): number {
  let next = count
  for (let rest = field; rest !== 0; rest &= rest - 1) {
    members[next] = from + 31 - Math.clz32(rest & -rest)
    next += 1
  }
  return next
}

/** The most members that a set can have. */
export const mostMembers = fields.length * bits

/** True if the two have a concept in common. */
export function meets(x: ConceptSet, y: ConceptSet): boolean {
  return (
    ((x.a & y.a) | (x.b & y.b) | (x.c & y.c) | (x.d & y.d) | (x.e & y.e) | (x.f & y.f) | (x.g & y.g)) !== 0
  )
}

/** Puts all of `from` into `into`. */
export function include(into: ConceptSet, from: ConceptSet): void {
  into.a |= from.a
  into.b |= from.b
  into.c |= from.c
  into.d |= from.d
  into.e |= from.e
  into.f |= from.f
  into.g |= from.g
}

/** Keeps of `set` what `other` has too. */
export function keep(set: ConceptSet, other: ConceptSet): void {
  set.a &= other.a
  set.b &= other.b
  set.c &= other.c
  set.d &= other.d
  set.e &= other.e
  set.f &= other.f
  set.g &= other.g
}

/** Makes `set` the same as `other`. */
export function become(set: ConceptSet, other: ConceptSet): void {
  set.a = other.a
  set.b = other.b
  set.c = other.c
  set.d = other.d
  set.e = other.e
  set.f = other.f
  set.g = other.g
}

/** True if `set` has a concept that `other` has not. */
export function exceeds(set: ConceptSet, other: ConceptSet): boolean {
  return (
    ((set.a & ~other.a) |
      (set.b & ~other.b) |
      (set.c & ~other.c) |
      (set.d & ~other.d) |
      (set.e & ~other.e) |
      (set.f & ~other.f) |
      (set.g & ~other.g)) !==
    0
  )
}
