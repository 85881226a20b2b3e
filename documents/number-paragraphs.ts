import { Parser } from "htmlparser2"
import { writeNumber } from "@/documents/write-number"

type Level = { format: string; pattern: string; start: number }
type Numbering = ReadonlyMap<string, ReadonlyMap<number, Level>>
type Reference = { list: string; level: number }

type Tag = { name: string; attributes: Readonly<Record<string, string>>; start: number; end: number }

/** Walks through a part; entities that the part itself declares are never expanded. */
function walk(
  xml: string,
  open: (tag: Tag) => void,
  close: (name: string, start: number) => void = () => {},
) {
  const parser: Parser = new Parser(
    {
      onopentag: (name, attributes) =>
        open({ name, attributes, start: parser.startIndex, end: parser.endIndex + 1 }),
      onclosetag: (name) => close(name, parser.startIndex),
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.end(xml)
}

const val = ({ attributes }: Tag) => attributes["w:val"] ?? ""

/** The lists that `numbering.xml` defines: for each list the format of its levels. */
function readNumbering(xml: string): Numbering {
  const abstract = new Map<string, Map<number, Level>>()
  const lists = new Map<string, ReadonlyMap<number, Level>>()
  let levels: Map<number, Level> | undefined
  let level: Level | undefined
  let list = ""
  walk(xml, (tag) => {
    const { name, attributes } = tag
    if (name === "w:abstractNum") {
      levels = new Map()
      abstract.set(attributes["w:abstractNumId"] ?? "", levels)
    } else if (name === "w:lvl") {
      level = { format: "decimal", pattern: "", start: 1 }
      levels?.set(Number(attributes["w:ilvl"]), level)
    } else if (name === "w:start" && level) level.start = Number(val(tag)) || 0
    else if (name === "w:numFmt" && level) level.format = val(tag)
    else if (name === "w:lvlText" && level) level.pattern = val(tag)
    else if (name === "w:num") {
      list = attributes["w:numId"] ?? ""
      level = undefined
    } else if (name === "w:abstractNumId") {
      const known = abstract.get(val(tag))
      if (known) lists.set(list, known)
    }
  })
  return lists
}

/** The lists that styles put their paragraphs in; a style without one takes that of the style it is based on. */
function readStyles(xml: string): (style: string) => Partial<Reference> {
  const own = new Map<string, Partial<Reference> & { base?: string }>()
  let style: (Partial<Reference> & { base?: string }) | undefined
  walk(xml, (tag) => {
    if (tag.name === "w:style") {
      style = {}
      own.set(tag.attributes["w:styleId"] ?? "", style)
    } else if (tag.name === "w:basedOn" && style) style.base = val(tag)
    else if (tag.name === "w:numId" && style) style.list = val(tag)
    else if (tag.name === "w:ilvl" && style) style.level = Number(val(tag))
  })
  return (name) => {
    const found: Partial<Reference> = {}
    for (let at: string | undefined = name, steps = 0; at && steps < 12; steps += 1) {
      const known = own.get(at)
      found.list ??= known?.list
      found.level ??= known?.level
      at = known?.base
    }
    return found
  }
}

/** Counts each list as Word does: a level goes on, the deeper ones begin anew. */
function createCounter(numbering: Numbering) {
  const counts = new Map<ReadonlyMap<number, Level>, number[]>()
  return ({ list, level }: Reference): string => {
    const levels = numbering.get(list)
    const own = levels?.get(level)
    if (!levels || !own || own.format === "bullet" || own.format === "none") return ""
    const known = counts.get(levels) ?? []
    counts.set(levels, known)
    known[level] = (known[level] ?? own.start - 1) + 1
    known.length = level + 1
    return own.pattern.replace(/%(\d)/g, (_, digit: string) => {
      const at = Number(digit) - 1
      return writeNumber(known[at] ?? levels.get(at)?.start ?? 1, levels.get(at)?.format ?? "decimal")
    })
  }
}

/** Writes the numbers that Word only shows (一、 · （一） · 1.) into the paragraphs of `document.xml`, as text: sections are
 * known by them. */
export function numberParagraphs(document: string, numberingXml: string, stylesXml: string): string {
  const styleOf = readStyles(stylesXml)
  const labelOf = createCounter(readNumbering(numberingXml))
  const open: { direct: Partial<Reference>; style: string }[] = []
  const inserts: { at: number; label: string }[] = []
  walk(
    document,
    (tag) => {
      const paragraph = open.at(-1)
      if (tag.name === "w:p") open.push({ direct: {}, style: "" })
      else if (tag.name === "w:pStyle" && paragraph) paragraph.style = val(tag)
      else if (tag.name === "w:numId" && paragraph) paragraph.direct.list = val(tag)
      else if (tag.name === "w:ilvl" && paragraph) paragraph.direct.level = Number(val(tag))
    },
    (name, start) => {
      if (name === "w:p") open.pop()
      const paragraph = open.at(-1)
      if (name !== "w:pPr" || !paragraph) return
      const inherited = styleOf(paragraph.style)
      const list = paragraph.direct.list ?? inherited.list
      if (!list || list === "0") return
      const label = labelOf({ list, level: paragraph.direct.level ?? inherited.level ?? 0 })
      if (label) inserts.push({ at: start + "</w:pPr>".length, label })
    },
  )
  let written = ""
  let from = 0
  for (const { at, label } of inserts) {
    const safe = label.replace(/[<&]/g, "")
    written += `${document.slice(from, at)}<w:r><w:t xml:space="preserve">${safe}</w:t></w:r>`
    from = at
  }
  return written + document.slice(from)
}
