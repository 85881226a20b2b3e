import type { Sheet } from "@/catalogue/sheet"

/** What a page or file says of itself, as written; null where it does not say. Dates are ISO days. */
export type DocumentMetadata = {
  title: string | null
  issuer: string | null
  indexNumber: string | null
  /** 成文日期, else the publication date of the page. */
  publishedOn: string | null
}

/** Which reader made the text. `ocr` is text recognised from a picture: never to be trusted without a look. */
export const documentReaders = ["txt", "html", "docx", "doc", "pdf", "ocr", "xlsx", "csv"] as const
export type DocumentReader = (typeof documentReaders)[number]

/** A file that was read. `text` is stored exactly so: every offset in the product is a UTF-16 offset into it. `sheets`
 * are the tables of a workbook, none for any other file. */
export type ReadDocument = {
  reader: DocumentReader
  encoding: string
  text: string
  metadata: DocumentMetadata
  sheets: readonly Sheet[]
}

/** Why a file could not be read; the messages are in the message files under `refusal`. */
export const refusals = [
  "empty",
  "too_large",
  "not_text",
  "unknown_encoding",
  "unsupported_format",
  "no_text",
  "only_pictures",
  "password",
  "damaged",
  "unsafe",
  "wps",
  "tiff",
  "too_many_pages",
  "table_too_large",
  "unpacks_too_large",
  "archive",
  "archive_in_archive",
  "archive_empty",
  "too_many_files",
  "too_heavy",
  "too_many_figures",
] as const
export type Refusal = (typeof refusals)[number]

export type DocumentOutcome = { ok: true; document: ReadDocument } | { ok: false; refusal: Refusal }

/** Thrown inside a reader to refuse the file; `readDocument` turns it into an outcome. */
export class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal)
  }
}
