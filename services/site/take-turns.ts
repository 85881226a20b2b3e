import type { ServerResponse } from "node:http"
import pLimit from "p-limit"

/** Pages that are drawn at a time: enough to keep the processor busy while some wait for the database. More would not be ready
 * any sooner, and each holds its memory for as long as all take together. */
const pagesAtOnce = 4
/** Who reads slowly gives the turn on all the same. */
const longestTurnMs = 5_000

/** Lets pages be drawn in the order in which they were asked for, a few at a time. A page that nobody waits for any more is not
 * drawn. */
export function openTurns(): (response: ServerResponse, draw: () => void) => void {
  const turns = pLimit(pagesAtOnce)
  return (response, draw) => {
    void turns(async () => {
      if (response.destroyed) return
      const sent = new Promise<void>((done) => {
        const timer = setTimeout(done, longestTurnMs)
        response.once("close", () => {
          clearTimeout(timer)
          done()
        })
      })
      draw()
      await sent
    })
  }
}
