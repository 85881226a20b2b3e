export type DecodedText = { text: string; encoding: string }

type Mark = { encoding: string; bytes: readonly number[] }

const byteOrderMarks: readonly Mark[] = [
  { encoding: "utf-8", bytes: [0xef, 0xbb, 0xbf] },
  { encoding: "utf-16le", bytes: [0xff, 0xfe] },
  { encoding: "utf-16be", bytes: [0xfe, 0xff] },
]

function decodeStrictly(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** How much of a text are characters that a Chinese page is made of; a wrong decoding falls far below a half. */
function plausibility(text: string): number {
  const sample = text.slice(0, 4000)
  const usual = sample.match(/[\s\u0020-\u007e\u3000-\u303f\u4e00-\u9fff\uff00-\uffef“”‘’…—·]/g)?.length ?? 0
  return sample.length === 0 ? 1 : usual / sample.length
}

/** Bytes to text: a byte order mark decides, else valid UTF-8, else GB18030 (which holds GBK and GB2312).
 * The mark is no part of the text, everything else stays as it is. Null when nothing fits. */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  const mark = byteOrderMarks.find((each) => each.bytes.every((byte, i) => bytes[i] === byte))
  if (mark) {
    const text = decodeStrictly(bytes, mark.encoding)
    return text === null ? null : { text, encoding: mark.encoding }
  }
  const utf8 = decodeStrictly(bytes, "utf-8")
  if (utf8 !== null) return { text: utf8, encoding: "utf-8" }
  const gb = decodeStrictly(bytes, "gb18030")
  return gb !== null && plausibility(gb) > 0.6 ? { text: gb, encoding: "gb18030" } : null
}
