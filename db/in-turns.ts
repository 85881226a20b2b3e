import { setImmediate as nextTurn } from "node:timers/promises"

/** After how many milliseconds others have their turn. */
const longest = 2

/** Does something with each item in order, and lets the event loop go on with what else waits whenever it has been held for
 * long: whoever reads all that a county has must not hold up those who ask for little. Few items are done at once. */
export async function inTurns<Item>(items: readonly Item[], work: (item: Item) => void): Promise<void> {
  let began = performance.now()
  for (const item of items) {
    work(item)
    if (performance.now() - began < longest) continue
    await nextTurn()
    began = performance.now()
  }
}
