import mammoth from "mammoth"
import { type ReadDocument, Refused } from "@/documents/document"
import { numberParagraphs } from "@/documents/number-paragraphs"
import { renderHtml } from "@/documents/read-html"
import { readMetadata } from "@/documents/read-metadata"
import { unpackOffice } from "@/documents/unpack"

const utf8 = (bytes: Uint8Array | undefined) => new TextDecoder("utf-8").decode(bytes ?? new Uint8Array())

/** The parts as mammoth reads them. It is given what we unpacked within limits, never the archive itself. */
function partsFor(parts: ReadonlyMap<string, Uint8Array>, written: ReadonlyMap<string, string>) {
  const nameOf = (name: string) => name.replace(/^\//, "")
  return {
    exists: (name: string) => parts.has(nameOf(name)),
    read: async (name: string, encoding?: string) => {
      const bytes = parts.get(nameOf(name)) ?? new Uint8Array()
      const text = written.get(nameOf(name))
      if (encoding === "base64") return Buffer.from(bytes).toString("base64")
      return encoding ? (text ?? utf8(bytes)) : text === undefined ? bytes : Buffer.from(text)
    },
  }
}

const vml = 'xmlns:v="urn:schemas-microsoft-com:vml"'

/** Word writes a text box twice, for new programs and for old ones, and some write it for new ones only: it is taken once,
 * in the way that the library reads. A picture in its place is left out. */
function liftTextBoxes(document: string): string {
  return document.replace(/<mc:AlternateContent>([\s\S]*?)<\/mc:AlternateContent>/g, (_, both: string) => {
    const [newer = ""] = both.split("<mc:Fallback")
    const boxes = newer.match(/<w:txbxContent>[\s\S]*?<\/w:txbxContent>/g) ?? []
    return boxes.map((box) => `<w:pict ${vml}><v:textbox>${box}</v:textbox></w:pict>`).join("")
  })
}

/** A Word document (.docx, or .wps of that kind) to its text: paragraphs, numbers of lists, tables as rows, text boxes;
 * headers, footers and deletions left out. Throws Refused password, damaged, unsafe, unpacks_too_large, only_pictures. */
export async function readDocx(bytes: Uint8Array): Promise<ReadDocument> {
  const parts = await unpackOffice(bytes)
  const main = [...parts.keys()].find((name) => /^word\/document\d*\.xml$/.test(name))
  if (!main) throw new Refused("damaged")
  const whole = utf8(parts.get(main))
  const document = liftTextBoxes(whole)
  const [numbering, styles] = [utf8(parts.get("word/numbering.xml")), utf8(parts.get("word/styles.xml"))]
  const written = new Map([[main, numberParagraphs(document, numbering, styles)]])
  const input = { file: partsFor(parts, written) } as unknown as { buffer: Buffer }
  const options = { convertImage: mammoth.images.imgElement(async () => ({ src: "" })) }
  const converted = await mammoth.convertToHtml(input, options).catch(() => {
    throw new Refused("damaged")
  })
  const { text } = renderHtml(converted.value)
  if (text === "") throw new Refused(/<(w:drawing|w:pict)[ />]/.test(whole) ? "only_pictures" : "no_text")
  const metadata = readMetadata(text)
  const named = /<dc:title>([^<]{2,60})<\/dc:title>/.exec(utf8(parts.get("docProps/core.xml")))?.[1] ?? null
  const title = metadata.title ?? named
  return { reader: "docx", encoding: "binary", text, metadata: { ...metadata, title }, sheets: [] }
}
