import { decodeText } from "@/documents/decode-text"
import { type DocumentOutcome, type ReadDocument, type Refusal, Refused } from "@/documents/document"
import { sizeLimit } from "@/documents/limits"
import { readCsv } from "@/documents/read-csv"
import { readHtml } from "@/documents/read-html"
import { readMht } from "@/documents/read-mht"
import { readTxt } from "@/documents/read-txt"
import { type SniffedFormat, sniffFormat } from "@/documents/sniff-format"

type Format = NonNullable<SniffedFormat>
type Heavy = (bytes: Uint8Array, progress: () => void) => Promise<ReadDocument>

/** Formats whose library can be slow or be led astray: read in a process of their own (services/ask-reader.ts). A further
 * format is a reader file, a row here and its mark in sniff-format.ts. */
const heavy: Readonly<Partial<Record<Format, Heavy>>> = {
  docx: async (bytes) => (await import("@/documents/read-docx")).readDocx(bytes),
  doc: async (bytes) => (await import("@/documents/read-doc")).readDoc(bytes),
  pdf: async (bytes, progress) => (await import("@/documents/read-pdf")).readPdf(bytes, progress),
  image: async (bytes) => (await import("@/documents/read-image")).readImage(bytes),
  xlsx: async (bytes) => (await import("@/documents/read-xlsx")).readXlsx(bytes, "xlsx"),
  xls: async (bytes) => (await import("@/documents/read-xlsx")).readXlsx(bytes, "xls"),
}

const refusalOf: Readonly<Partial<Record<Format, Refusal>>> = {
  binary: "not_text",
  archive: "archive",
  "cut-off": "damaged",
  locked: "password",
  "old-wps": "wps",
  "other-office": "unsupported_format",
  tiff: "tiff",
}

function readLight(bytes: Uint8Array, fileName: string, format: SniffedFormat): ReadDocument {
  const decoded = decodeText(bytes)
  if (!decoded) throw new Refused("unknown_encoding")
  // No text holds it, wherever it stands, and no database stores it.
  if (decoded.text.includes("\0")) throw new Refused("not_text")
  if (decoded.text.trim() === "") throw new Refused("empty")
  if (format === "mht") return readMht(bytes)
  if (format === "html" || /\.html?$/i.test(fileName)) return readHtml(bytes, decoded)
  return format === "csv" ? readCsv(decoded) : readTxt(decoded)
}

/** True for a file that is read in an instant, by code that cannot be led astray. */
export function isLight(bytes: Uint8Array, fileName: string): boolean {
  const format = sniffFormat(bytes, fileName)
  return (
    bytes.length < 1024 * 1024 && (format === null || heavy[format] === undefined) && format !== "archive"
  )
}

/** Reads a file by its bytes; the name only helps where they do not decide. Never throws on bad input. `progress` hears
 * of each page of a long document. */
export async function readDocument(
  bytes: Uint8Array,
  fileName = "",
  progress: () => void = () => {},
): Promise<DocumentOutcome> {
  if (bytes.length === 0) return { ok: false, refusal: "empty" }
  if (bytes.length > sizeLimit) return { ok: false, refusal: "too_large" }
  try {
    const format = sniffFormat(bytes, fileName)
    const refusal = format === null ? undefined : refusalOf[format]
    if (refusal) throw new Refused(refusal)
    const read = format === null ? undefined : heavy[format]
    const document = read ? await read(bytes, progress) : readLight(bytes, fileName, format)
    return { ok: true, document: { ...document, text: document.text.replaceAll("\0", "") } }
  } catch (error) {
    if (error instanceof Refused) return { ok: false, refusal: error.refusal }
    throw error
  }
}
