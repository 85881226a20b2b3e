/** A list with one more at its end, in place unless it was empty. Most lists about a figure stay empty or get one member: a
 * literal of one takes a tenth of the room that an empty list makes for its first. */
export function withOne<T>(list: T[], one: T): T[] {
  if (list.length === 0) return [one]
  list.push(one)
  return list
}
