/** Reads that are asked for by a key; what is known already is not kept. */
export type Sharing<T> = (key: string, read: () => Promise<T>) => Promise<T>

/**
 * Lets all who ask the same at the same time share one reading. Who asks while it is being read gets the next one, which begins
 * after everybody asked whom it answers: nobody is told what was so before they asked.
 */
export function shareReading<T>(): Sharing<T> {
  const running = new Map<string, { now: Promise<T>; next: Promise<T> | null }>()

  function begin(key: string, read: () => Promise<T>): Promise<T> {
    const turn = { now: read(), next: null as Promise<T> | null }
    running.set(key, turn)
    const end = () => {
      if (turn.next === null) running.delete(key)
    }
    turn.now.then(end, end)
    return turn.now
  }

  return (key, read) => {
    const turn = running.get(key)
    if (!turn) return begin(key, read)
    const again = () => begin(key, read)
    turn.next ??= turn.now.then(again, again)
    return turn.next
  }
}
