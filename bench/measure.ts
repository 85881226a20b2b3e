/** The middle of some values. */
export const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN
/** Three figures are what a measure is good for. */
export const round = (value: number) => Number(value.toPrecision(3))

/** Milliseconds that some work takes. */
export async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** Runs works in turns, so that what else the machine does meets all alike. Returns the times of each. */
export async function inTurns<Name extends string>(
  works: Readonly<Record<Name, () => Promise<unknown>>>,
  rounds: number,
): Promise<Record<Name, number[]>> {
  const names = Object.keys(works) as Name[]
  const times = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, number[]>
  for (let at = 0; at < rounds; at += 1) for (const name of names) times[name].push(await timeOf(works[name]))
  return times
}

/** The median of how many times `one` took as long as `other` in the same round. */
export const ratioOf = (one: readonly number[], other: readonly number[]) =>
  round(median(one.map((time, at) => time / (other[at] ?? Number.NaN))))
