/** What the bytes say a file is, whatever its name says: `null` is plain text as far as they tell. */
export type SniffedFormat =
  | "docx"
  | "doc"
  | "pdf"
  | "xlsx"
  | "xls"
  | "image"
  | "html"
  | "mht"
  | "csv"
  | "archive"
  | "cut-off"
  | "locked"
  | "old-wps"
  | "other-office"
  | "tiff"
  | "binary"
  | null

type Signature = { format: "image" | "tiff" | "pdf" | "zip" | "ole"; bytes: readonly number[]; from?: number }

const signatures: readonly Signature[] = [
  { format: "image", bytes: [0x89, 0x50, 0x4e, 0x47] },
  { format: "image", bytes: [0xff, 0xd8, 0xff] },
  { format: "image", bytes: [0x47, 0x49, 0x46, 0x38] },
  { format: "image", bytes: [0x42, 0x4d] },
  { format: "tiff", bytes: [0x49, 0x49, 0x2a, 0x00] },
  { format: "tiff", bytes: [0x4d, 0x4d, 0x00, 0x2a] },
  { format: "image", bytes: [0x57, 0x45, 0x42, 0x50], from: 8 },
  { format: "pdf", bytes: [0x25, 0x50, 0x44, 0x46] },
  { format: "zip", bytes: [0x50, 0x4b, 0x03, 0x04] },
  { format: "zip", bytes: [0x50, 0x4b, 0x05, 0x06] },
  { format: "ole", bytes: [0xd0, 0xcf, 0x11, 0xe0] },
]

const sampleLength = 4096

/** True if the first bytes hold a control character that no text holds: NUL, unless the text is UTF-16. */
function holdsControls(sample: Uint8Array): boolean {
  const utf16 = (sample[0] === 0xff && sample[1] === 0xfe) || (sample[0] === 0xfe && sample[1] === 0xff)
  if (utf16) return false
  return sample.some((byte) => byte < 0x09 || (byte > 0x0d && byte < 0x1b))
}

/** What an archive says is in it, by the directory at its end; null for one that was cut off. An archive of office
 * documents holds their directories too, further up. */
function directoryOf(buffer: Buffer): string | null {
  const end = buffer.lastIndexOf("PK\x05\x06", undefined, "latin1")
  if (end < 0 || end + 20 > buffer.length) return null
  const from = buffer.readUInt32LE(end + 16)
  return buffer.toString("latin1", Math.min(from, end), end)
}

function formatOfZip(bytes: Uint8Array): SniffedFormat {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const names = directoryOf(buffer)
  if (names === null) return "cut-off"
  const isOffice = names.includes("[Content_Types].xml")
  if (isOffice && names.includes("word/")) return "docx"
  if (isOffice && names.includes("xl/")) return "xlsx"
  const opens = buffer.toString("latin1", 0, 200)
  return isOffice || opens.includes("mimetypeapplication/") || names.includes("OFD.xml")
    ? "other-office"
    : "archive"
}

/** A compound file names its streams in UTF-16. Old WPS files that hold no Word stream cannot be read;
 * one whose directory lies beyond its end was cut off. */
function formatOfOle(bytes: Uint8Array): SniffedFormat {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const [shift, directory] = buffer.length < 512 ? [9, 0] : [buffer.readUInt16LE(30), buffer.readUInt32LE(48)]
  if ((directory + 1) * 2 ** shift >= buffer.length) return "cut-off"
  const holds = (name: string) => buffer.includes(Buffer.from(name, "utf16le"))
  if (holds("EncryptedPackage")) return "locked"
  if (holds("WordDocument")) return "doc"
  if (holds("Workbook") || holds("Book")) return "xls"
  return holds("WpsDocument") || holds("WPS") ? "old-wps" : "other-office"
}

const commasOf = (line: string) => line.split(/[,\t]/).length - 1

/** Comma- or tab-separated values: every one of the first lines is cut in as many cells, three at least. */
function looksLikeCsv(head: string, fileName: string): boolean {
  const lines = head
    .split(/\r?\n/)
    .slice(0, -1)
    .filter((line) => line.trim() !== "")
    .slice(0, 8)
  const [first = ""] = lines
  if (/\.(csv|tsv)$/i.test(fileName)) return commasOf(head) > 0
  return (
    lines.length >= 3 && commasOf(first) >= 2 && lines.every((line) => commasOf(line) === commasOf(first))
  )
}

/** Looks at the bytes; the name only helps to tell values from text. "BM" alone is not enough for a picture: a text may
 * begin with it. */
export function sniffFormat(bytes: Uint8Array, fileName = ""): SniffedFormat {
  const sample = bytes.subarray(0, sampleLength)
  const matching = signatures.find(({ bytes: mark, from = 0 }) =>
    mark.every((byte, i) => sample[from + i] === byte),
  )
  if (matching && (matching.bytes.length > 2 || holdsControls(sample))) {
    if (matching.format === "zip") return formatOfZip(bytes)
    return matching.format === "ole" ? formatOfOle(bytes) : matching.format
  }
  if (holdsControls(sample)) return "binary"
  const head = new TextDecoder("latin1").decode(sample)
  if (/^{\\rtf/.test(head)) return "other-office"
  if (
    /^(from|mime-version|date|subject|snapshot-content-location):/im.test(head.slice(0, 2000)) &&
    /multipart\/related/i.test(head)
  )
    return "mht"
  if (/<!doctype html|<html[\s>]|<body[\s>]|<head[\s>]/i.test(head)) return "html"
  return looksLikeCsv(head, fileName) ? "csv" : null
}
