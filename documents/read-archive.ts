import { type Refusal, Refused } from "@/documents/document"
import { archiveLimit, filesLimit, sizeLimit } from "@/documents/limits"
import { sniffFormat } from "@/documents/sniff-format"
import { type Unpacked, unpack } from "@/documents/unpack"

export type ArchiveOutcome = { ok: true; files: readonly Unpacked[] } | { ok: false; refusal: Refusal }

/** What systems leave in archives beside the files. */
const litter = /(^|\/)(__MACOSX\/|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$|~\$)/i

const limits = {
  ...{ files: filesLimit, each: sizeLimit, all: 2 * archiveLimit, ratio: 50 },
  tooMany: "too_many_files",
} as const

/** The files of a zip archive. An archive inside it comes back as a file like any other, and is refused when it is read.
 * A file over the limits refuses the whole, so that no part of a bomb is stored. Never throws on bad input. */
export async function readArchive(bytes: Uint8Array): Promise<ArchiveOutcome> {
  if (bytes.length > archiveLimit) return { ok: false, refusal: "too_large" }
  try {
    const files = await unpack(bytes, limits, (name) => !litter.test(name))
    return files.length > 0 ? { ok: true, files } : { ok: false, refusal: "archive_empty" }
  } catch (error) {
    if (error instanceof Refused) return { ok: false, refusal: error.refusal }
    throw error
  }
}

/** True for an archive of files, as opposed to an office document, which is a zip too. */
export const isArchive = (bytes: Uint8Array) => sniffFormat(bytes) === "archive"
