import type { DecodedText } from "@/documents/decode-text"
import type { ReadDocument } from "@/documents/document"
import { readMetadata } from "@/documents/read-metadata"

/** A plain file: its text is the decoded file itself (less a byte order mark), so that a quote of the file is a quote of
 * the text. */
export function readTxt({ text, encoding }: DecodedText): ReadDocument {
  return { reader: "txt", encoding, text, metadata: readMetadata(text), sheets: [] }
}
