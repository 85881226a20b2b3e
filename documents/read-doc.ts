import { CFB } from "@e965/xlsx"
import WordExtractor from "word-extractor"
import { type ReadDocument, Refused } from "@/documents/document"
import { readMetadata } from "@/documents/read-metadata"

/** The flags at the front of the Word stream: bit 8 is encryption, and 0xA5EC opens every version since 97. */
function checkHead(bytes: Uint8Array): void {
  let stream: Uint8Array | undefined
  try {
    const file = CFB.find(CFB.read(Buffer.from(bytes), { type: "buffer" }), "WordDocument")
    stream = file ? Uint8Array.from(file.content as Iterable<number>) : undefined
  } catch {
    throw new Refused("damaged")
  }
  if (!stream || stream.length < 12) throw new Refused("damaged")
  const view = new DataView(stream.buffer)
  if (view.getUint16(10, true) & 0x0100) throw new Refused("password")
  if (view.getUint16(0, true) !== 0xa5ec) throw new Refused("wps")
}

/** A line with cells is a row: the old format parts them by tabs. */
function lineOf(line: string): string {
  const words = line.replace(/^[\t ]+|[\t ]+$/g, "")
  return words
    .split("\t")
    .map((cell) => cell.trim())
    .join(" | ")
}

/** A Word document of 97-2003, or what WPS saves as one: body and text boxes; headers and footers are left out. Throws
 * Refused password, damaged, wps, only_pictures. */
export async function readDoc(bytes: Uint8Array): Promise<ReadDocument> {
  checkHead(bytes)
  const word = await new WordExtractor().extract(Buffer.from(bytes)).catch(() => {
    throw new Refused("damaged")
  })
  const boxes = word.getTextboxes({ includeHeadersAndFooters: false, includeBody: true })
  const lines = `${word.getBody()}\n${boxes}`.split(/\r\n|[\n\r\v\f]/).map(lineOf)
  const text = lines
    .filter((line, i) => line !== "" || (i > 0 && lines[i - 1] !== ""))
    .join("\n")
    .trim()
  if (text === "") throw new Refused("only_pictures")
  return { reader: "doc", encoding: "binary", text, metadata: readMetadata(text), sheets: [] }
}
