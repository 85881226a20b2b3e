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

const bases = () =>
  generateDemo()
    .slice(0, 40)
    .map(({ fileName, content }) => ({ fileName, bytes: Buffer.from(content) }))

/** What must hold of any bytes: they are read or refused with a reason, every quote stands at its place, every figure is a
 * number or says why it is none. */
async function hold(bytes: Uint8Array, fileName: string): Promise<void> {
  const outcome = await readHere(bytes, { region: 990181, fileName })
  if (!outcome.ok) return
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
}

/** Reads so many mutated documents. Throws with seed and path of the first that does not hold. */
export async function fuzzDocuments(numRuns: number, seed: number, path?: string): Promise<void> {
  const known = bases()
  const mutated = fc.tuple(fc.nat(known.length - 1), fc.array(edit, { minLength: 1, maxLength: 12 }))
  const property = fc.asyncProperty(mutated, async ([index, edits]) => {
    const base = known[index]
    if (base) await hold(edits.reduce(change, base.bytes), base.fileName)
  })
  await fc.assert(property, { numRuns, seed, ...(path ? { path } : {}) })
}
