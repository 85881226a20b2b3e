import { decodeText } from "@/documents/decode-text"
import type { DocumentOutcome, Refusal } from "@/documents/document"
import { readHtml } from "@/documents/read-html"
import { readMetadata } from "@/documents/read-metadata"
import { type SniffedFormat, sniffFormat } from "@/documents/sniff-format"

/** The largest file that is read, in bytes. */
export const sizeLimit = 20 * 1024 * 1024

const refusalOf: Readonly<Partial<Record<NonNullable<SniffedFormat>, Refusal>>> = {
  image: "not_text",
  binary: "not_text",
  pdf: "unsupported_format",
  zip: "unsupported_format",
  ole: "unsupported_format",
}

const refuse = (refusal: Refusal): DocumentOutcome => ({ ok: false, refusal })

/** Reads a file by its bytes; the name only helps where they do not decide. Never throws on bad input. The text of a
 * plain file is the decoded file itself (less a byte order mark), so that a quote of the file is a quote of the text. */
export function readDocument(bytes: Uint8Array, fileName = ""): DocumentOutcome {
  if (bytes.length === 0) return refuse("empty")
  if (bytes.length > sizeLimit) return refuse("too_large")
  const format = sniffFormat(bytes)
  const refusal = format === null ? undefined : refusalOf[format]
  if (refusal) return refuse(refusal)
  const decoded = decodeText(bytes)
  if (!decoded) return refuse("unknown_encoding")
  // No text holds it, wherever it stands, and no database stores it.
  if (decoded.text.includes("\0")) return refuse("not_text")
  if (decoded.text.trim() === "") return refuse("empty")
  if (format === "html" || /\.html?$/i.test(fileName)) return readHtml(bytes, decoded)
  const { text, encoding } = decoded
  return { ok: true, document: { reader: "txt", encoding, text, metadata: readMetadata(text) } }
}
