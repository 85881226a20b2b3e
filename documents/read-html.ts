import { Parser } from "htmlparser2"
import { type DecodedText, decodeText } from "@/documents/decode-text"
import { type ReadDocument, Refused } from "@/documents/document"
import { isoDay, readMetadata } from "@/documents/read-metadata"

const skipped = new Set([
  "script",
  "style",
  "noscript",
  "template",
  "nav",
  "iframe",
  "svg",
  "select",
  "button",
])
const blocks = new Set(
  "address article aside blockquote br center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main ol p pre section table tbody thead title tr ul".split(
    " ",
  ),
)
/** Names by which public sites mark what is not the text: menus, breadcrumbs, sharing, print. */
const furnitureNames =
  /(^|[\s_-])(nav|menu|breadcrumb|crumbs?|position|share|bdshare|print|footer|header|sidebar|toolbar|qrcode)([\s_-]|$)/i

/** Government sites describe the page in meta tags of these names (国务院 政府网站 标签规范). */
const metaNames = {
  title: "articletitle",
  issuer: "contentsource",
  publishedOn: "pubdate",
  indexNumber: "identifier",
} as const

type Rendered = { text: string; meta: ReadonlyMap<string, string> }

const isCell = (name: string) => name === "td" || name === "th"
/** A table that only lays out the page holds whole texts in its cells; those keep their lines. */
const longestCell = 120
const cellOf = (words: string) =>
  words.length <= longestCell ? words.replace(/\s*\n\s*/g, " ").trim() : words

/** What a reader of the page sees, one block a line, cells parted by " | "; entities are decoded by the parser. */
export function renderHtml(html: string): Rendered {
  const meta = new Map<string, string>()
  const open: boolean[] = []
  const cells: number[] = []
  let hidden = 0
  let text = ""
  const breakLine = () => {
    if (!text.endsWith("\n")) text += "\n"
  }
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === "meta" && attributes.name && attributes.content) {
        meta.set(attributes.name.toLowerCase(), attributes.content.trim())
      }
      const names = `${attributes.class ?? ""} ${attributes.id ?? ""}`
      const hides = skipped.has(name) || (name !== "body" && name !== "html" && furnitureNames.test(names))
      open.push(hides)
      if (hides) hidden += 1
      else if (hidden === 0 && blocks.has(name)) breakLine()
      if (isCell(name)) cells.push(text.length)
    },
    ontext(part) {
      if (hidden === 0) text += part.replace(/[\t\r\n ]+/g, " ")
    },
    onclosetag(name) {
      const from = isCell(name) ? (cells.pop() ?? 0) : 0
      if (open.pop()) hidden -= 1
      else if (hidden === 0 && isCell(name)) text = `${text.slice(0, from)}${cellOf(text.slice(from))} | `
      else if (hidden === 0 && blocks.has(name)) breakLine()
    },
  })
  parser.write(html)
  parser.end()
  return { text: tidy(text), meta }
}

function tidy(text: string): string {
  const lines = text.split("\n").map((line) => line.replace(/ +/g, " ").trim())
  return lines
    .filter((line, i) => line !== "" || lines[i - 1] !== "")
    .join("\n")
    .trim()
}

/** A page that is not UTF-8 names its encoding in a tag; GB18030 has been tried before we come here. */
function redecode(bytes: Uint8Array, decoded: DecodedText): DecodedText {
  const named = /charset=["']?([\w-]+)/i.exec(decoded.text.slice(0, 4000))?.[1]?.toLowerCase()
  if (named !== "big5") return decoded
  try {
    return { text: new TextDecoder("big5", { fatal: true }).decode(bytes), encoding: "big5" }
  } catch {
    return decodeText(bytes) ?? decoded
  }
}

/** An HTML page to its visible main text and what it says of itself: meta tags first, then the text's own head. Throws
 * Refused no_text. */
export function readHtml(bytes: Uint8Array, first: DecodedText): ReadDocument {
  const decoded = redecode(bytes, first)
  const { text, meta } = renderHtml(decoded.text)
  if (text === "") throw new Refused("no_text")
  const found = readMetadata(text)
  const metadata = {
    title: meta.get(metaNames.title) ?? found.title,
    issuer: meta.get(metaNames.issuer) ?? found.issuer,
    indexNumber: found.indexNumber ?? meta.get(metaNames.indexNumber) ?? null,
    publishedOn: found.publishedOn ?? isoDay(meta.get(metaNames.publishedOn) ?? null),
  }
  return { reader: "html", encoding: decoded.encoding, text, metadata, sheets: [] }
}
