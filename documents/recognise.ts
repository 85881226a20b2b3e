import { join } from "node:path"
import { createWorker, OEM, type Line as RecognisedLine, type Worker } from "tesseract.js"
import type { LaidPage, Run } from "@/documents/rebuild-text"

let worker: Promise<Worker> | null = null

/** The recogniser with its Chinese language data, both from the installed packages: nothing is fetched. Made once a
 * process, as it takes a second. */
function recogniser(): Promise<Worker> {
  const langPath = join(process.cwd(), "node_modules/@tesseract.js-data/chi_sim/4.0.0_best_int")
  worker ??= createWorker("chi_sim", OEM.LSTM_ONLY, { langPath, gzip: true, cacheMethod: "none" })
  return worker
}

/** A line as it was recognised, parted where a gap of two letters is wider than any between words. */
function runsOf({ words, bbox: { y0, y1 } }: RecognisedLine): Run[] {
  const letters = words.reduce((sum, { text }) => sum + text.length, 0)
  const breadth = words.reduce((sum, { bbox }) => sum + bbox.x1 - bbox.x0, 0)
  const size = Math.min(y1 - y0, (breadth / Math.max(1, letters)) * 1.2)
  const runs: Run[] = []
  for (const { text, bbox } of words) {
    const word = text.replace(/^\|+|\|+$/g, "").trim()
    const last = runs.at(-1)
    const gap = last ? bbox.x0 - last.x - last.width : 0
    if (!last || gap > size * 1.5)
      runs.push({ words: word, x: bbox.x0, y: y1, width: bbox.x1 - bbox.x0, size })
    else {
      const isForeign = /[\x21-\x7e]$/.test(last.words) && /^[\x21-\x7e]/.test(word)
      last.words += isForeign && gap > size * 0.3 ? ` ${word}` : word
      last.width = bbox.x1 - last.x
    }
  }
  return runs
}

export type Picture = { image: Buffer; width: number; height: number }

/** The words of one picture at their places; the lines of a table that were taken for letters are left out. */
export async function recognise({ image, width, height }: Picture): Promise<LaidPage> {
  const { data } = await (await recogniser()).recognize(image, {}, { blocks: true, text: false })
  const lines = (data.blocks ?? []).flatMap(({ paragraphs }) => paragraphs.flatMap((each) => each.lines))
  const runs = lines.flatMap(runsOf)
  return { width, height, runs: runs.filter(({ words }) => words !== "") }
}
