import fc from "fast-check"
import { generateDemo } from "@/demo/generate-demo"
import { readHere } from "@/services/read-here"

/** Pieces that have broken readers of text before, here or elsewhere. */
const pieces = [
  ...[
    "\u0000",
    "\ufeff",
    "\u202e",
    "\ud800",
    "\u200b",
    "@件",
    "XX件",
    "____",
    "**",
    "=1+1",
    "<script>",
    "</",
    "<!--",
  ],
  ...[
    "<table><tr><td>",
    "&#x110000;",
    "&amp;",
    "| 12 ",
    "一百万亿",
    "9".repeat(60),
    "1,2,3,4",
    "0.0.0",
    "-5件",
    "％",
  ],
  ...[
    "2024年",
    "99999年",
    "分别为3件、4件",
    "（",
    "）",
    "“",
    "《",
    "\r\n",
    "\n\n\n",
    "\t",
    "，，，",
    "%PDF-",
    "PK\u0003\u0004",
  ],
  ...[
    "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\n",
    "𠮷",
    "ﷺ",
    "件".repeat(300),
  ],
]

type Edit = {
  at: number
  kind: "cut" | "put" | "twice" | "byte" | "swap"
  span: number
  piece: number
  byte: number
}

const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  kind: fc.constantFrom("cut", "put", "twice", "byte", "swap"),
  span: fc.integer({ min: 1, max: 400 }),
  piece: fc.nat(pieces.length - 1),
  byte: fc.nat(255),
})

function change(bytes: Buffer, { at, kind, span, piece, byte }: Edit): Buffer {
  const place = Math.floor(at * bytes.length)
  const [before, after] = [bytes.subarray(0, place), bytes.subarray(place)]
  const rest = bytes.subarray(place + span)
  const edits = {
    cut: [before, rest],
    put: [before, Buffer.from(pieces[piece] ?? ""), after],
    twice: [before, bytes.subarray(place, place + span), after],
    byte: [before, Buffer.from([byte]), bytes.subarray(place + 1)],
    swap: [before, Buffer.from(bytes.subarray(place, place + span)).reverse(), rest],
  }
  return Buffer.concat(edits[kind])
}

/** The same edits among characters, so that most of the text can still be read. */
function changeText(text: string, { at, kind, span, piece, byte }: Edit): string {
  const place = Math.floor(at * text.length)
  const [before, after, rest] = [text.slice(0, place), text.slice(place), text.slice(place + span)]
  const edits = {
    cut: before + rest,
    put: before + (pieces[piece] ?? "") + after,
    twice: before + text.slice(place, place + span) + after,
    byte: before + String.fromCharCode(byte + 32) + text.slice(place + 1),
    swap: before + [...text.slice(place, place + span)].reverse().join("") + rest,
  }
  return edits[kind]
}

const bases = () =>
  generateDemo()
    .slice(0, 40)
    .map(({ fileName, content }) => ({ fileName, bytes: Buffer.from(content) }))

/** What must hold of any bytes: they are read or refused with a reason, every quote stands at its place, every figure is a
 * number or says why it is none. Returns whether a figure was read. */
async function hold(bytes: Uint8Array, fileName: string): Promise<boolean> {
  const outcome = await readHere(bytes, { region: 990181, fileName })
  if (!outcome.ok) return false
  const { document, report, findings } = outcome
  for (const { evidence } of [...report.candidates, ...findings]) {
    if (evidence && document.text.slice(evidence.start, evidence.end) !== evidence.quote)
      throw new Error(`a quote is not at its place: ${JSON.stringify(evidence)}`)
  }
  for (const { start, end, quote } of report.unclaimed)
    if (document.text.slice(start, end) !== quote) throw new Error(`a number is not at its place: ${quote}`)
  for (const { value, missing } of report.candidates)
    if ((value === null) === (missing === null) || (value !== null && !Number.isFinite(value)))
      throw new Error(`neither a figure nor a reason: ${value} ${missing}`)
  return report.candidates.length > 0
}

/** Reads so many mutated documents; returns of how many there were figures. Throws with seed and path of the first that does not hold. */
export async function fuzzDocuments(numRuns: number, seed: number, path?: string): Promise<number> {
  const known = bases()
  let read = 0
  const mutated = fc.record({
    index: fc.nat(known.length - 1),
    edits: fc.array(edit, { minLength: 1, maxLength: 8 }),
    isText: fc.oneof(
      { weight: 3, arbitrary: fc.constant(true) },
      { weight: 1, arbitrary: fc.constant(false) },
    ),
  })
  const property = fc.asyncProperty(mutated, async ({ index, edits, isText }) => {
    const base = known[index]
    if (!base) return
    const bytes = isText
      ? Buffer.from(edits.reduce(changeText, base.bytes.toString("utf8")))
      : edits.reduce(change, base.bytes)
    if (await hold(bytes, base.fileName)) read += 1
  })
  await fc.assert(property, { numRuns, seed, ...(path ? { path } : {}) })
  return read
}
