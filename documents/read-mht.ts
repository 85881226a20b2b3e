import { decodeText } from "@/documents/decode-text"
import { type ReadDocument, Refused } from "@/documents/document"
import { readHtml } from "@/documents/read-html"

/** The bytes of a part, whatever way it was made safe for mail. */
function decodePart(body: string, encoding: string): Buffer {
  if (encoding === "base64") return Buffer.from(body, "base64")
  if (encoding !== "quoted-printable") return Buffer.from(body, "latin1")
  const joined = body.replace(/=[ \t]*\r?\n/g, "")
  const bytes = joined.replace(/=([0-9a-f]{2})/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
  return Buffer.from(bytes, "latin1")
}

/** A page saved whole by a browser (.mht): its first HTML part. Pictures and frames of the archive are left where they
 * are. Throws Refused damaged, no_text. */
export function readMht(bytes: Uint8Array): ReadDocument {
  const text = new TextDecoder("latin1").decode(bytes)
  const boundary = /boundary="?([^"\r\n;]+)"?/i.exec(text.slice(0, 8000))?.[1]
  if (!boundary) throw new Refused("damaged")
  for (const part of text.split(`--${boundary}`).slice(1)) {
    const gap = /\r?\n\r?\n/.exec(part)
    const head = part.slice(0, gap?.index ?? 0)
    if (!gap || !/content-type:\s*text\/html/i.test(head)) continue
    const encoding = /content-transfer-encoding:\s*([\w-]+)/i.exec(head)?.[1]?.toLowerCase() ?? "8bit"
    const html = decodePart(part.slice(gap.index + gap[0].length), encoding)
    const decoded = decodeText(html)
    if (!decoded) throw new Refused("unknown_encoding")
    return readHtml(html, decoded)
  }
  throw new Refused("damaged")
}
