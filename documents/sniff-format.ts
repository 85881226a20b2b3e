/** What the first bytes say a file is, whatever its name says: `null` is plain text as far as they tell. */
export type SniffedFormat = "image" | "pdf" | "zip" | "ole" | "binary" | "html" | null

type Signature = { format: Exclude<SniffedFormat, null | "html" | "binary">; bytes: readonly number[] }

const signatures: readonly Signature[] = [
  { format: "image", bytes: [0x89, 0x50, 0x4e, 0x47] },
  { format: "image", bytes: [0xff, 0xd8, 0xff] },
  { format: "image", bytes: [0x47, 0x49, 0x46, 0x38] },
  { format: "image", bytes: [0x42, 0x4d] },
  { format: "image", bytes: [0x49, 0x49, 0x2a, 0x00] },
  { format: "image", bytes: [0x52, 0x49, 0x46, 0x46] },
  { format: "pdf", bytes: [0x25, 0x50, 0x44, 0x46] },
  { format: "zip", bytes: [0x50, 0x4b, 0x03, 0x04] },
  { format: "ole", bytes: [0xd0, 0xcf, 0x11, 0xe0] },
]

const sampleLength = 4096

/** True if the first bytes hold a control character that no text holds: NUL, unless the text is UTF-16. */
function holdsControls(sample: Uint8Array): boolean {
  const utf16 = (sample[0] === 0xff && sample[1] === 0xfe) || (sample[0] === 0xfe && sample[1] === 0xff)
  if (utf16) return false
  return sample.some((byte) => byte < 0x09 || (byte > 0x0d && byte < 0x1b))
}

/** Looks at the bytes, never at the name. "BM" alone is not enough for a picture: a text may begin with it. */
export function sniffFormat(bytes: Uint8Array): SniffedFormat {
  const sample = bytes.subarray(0, sampleLength)
  const matching = signatures.find((signature) => signature.bytes.every((byte, i) => sample[i] === byte))
  if (matching && (matching.bytes.length > 2 || holdsControls(sample))) return matching.format
  if (holdsControls(sample)) return "binary"
  const head = new TextDecoder("latin1").decode(sample)
  return /<!doctype html|<html[\s>]|<body[\s>]|<head[\s>]/i.test(head) ? "html" : null
}
