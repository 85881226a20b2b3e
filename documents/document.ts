/** What a page or file says of itself, as written; null where it does not say. Dates are ISO days. */
export type DocumentMetadata = {
  title: string | null
  issuer: string | null
  indexNumber: string | null
  /** 成文日期, else the publication date of the page. */
  publishedOn: string | null
}

export const documentReaders = ["txt", "html"] as const
export type DocumentReader = (typeof documentReaders)[number]

/** A file that was read. `text` is stored exactly so: every offset in the product is a UTF-16 offset into it. */
export type ReadDocument = {
  reader: DocumentReader
  encoding: string
  text: string
  metadata: DocumentMetadata
}

/** Why a file could not be read; the messages are in the message files under `refusal`. */
export const refusals = [
  "empty",
  "too_large",
  "not_text",
  "unknown_encoding",
  "unsupported_format",
  "no_text",
  "too_many_figures",
] as const
export type Refusal = (typeof refusals)[number]

export type DocumentOutcome = { ok: true; document: ReadDocument } | { ok: false; refusal: Refusal }
