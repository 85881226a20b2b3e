/** An answer as it was given, by its mark: the revision of the data is in it. */
export type KeptAnswer<Body extends Sized = Buffer> = { etag: string; body: Body }
type Sized = { byteLength: number }

/** Answers by who may see them and what was asked; those that nobody asked for of late go first. */
export type AnswerCache<Body extends Sized = Buffer> = {
  get(key: string): KeptAnswer<Body> | undefined
  set(key: string, answer: KeptAnswer<Body>): void
}

/** Opens a cache of at most so many answers and bytes. It holds nothing that the database does not say again. */
export function openAnswerCache<Body extends Sized = Buffer>(
  mostAnswers: number,
  mostBytes: number,
): AnswerCache<Body> {
  const kept = new Map<string, KeptAnswer<Body>>()
  let bytes = 0
  const sizeOf = (key: string, { body }: KeptAnswer<Body>) => 2 * key.length + body.byteLength

  function forget(key: string) {
    const answer = kept.get(key)
    if (!answer) return
    bytes -= sizeOf(key, answer)
    kept.delete(key)
  }

  return {
    get(key) {
      const answer = kept.get(key)
      if (!answer) return undefined
      kept.delete(key)
      kept.set(key, answer)
      return answer
    },
    set(key, answer) {
      forget(key)
      if (sizeOf(key, answer) > mostBytes / 8) return
      kept.set(key, answer)
      bytes += sizeOf(key, answer)
      for (const oldest of kept.keys()) {
        if (kept.size <= mostAnswers && bytes <= mostBytes) break
        forget(oldest)
      }
    },
  }
}
