import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { readFile } from "@/services/read-file"
import { buildZip } from "@/tests/documents/build-zip"
import {
  drawPage,
  makeSamples,
  type Samples,
  sampleFigures,
  sampleHtml,
  scannedPdf,
} from "@/tests/documents/make-samples"

let samples: Samples
beforeAll(() => {
  samples = makeSamples()
}, 300_000)
afterAll(() => samples?.remove())

const county = 331082
const read = async (bytes: Uint8Array, fileName: string) => readFile(bytes, { region: county, fileName })

async function mustRead(bytes: Uint8Array, fileName: string) {
  const outcome = await read(bytes, fileName)
  if (!outcome.ok) throw new Error(`${fileName}: ${outcome.refusal}`)
  return outcome
}

const figuresOf = ({ report }: Awaited<ReturnType<typeof mustRead>>) =>
  report.candidates.map(({ metric, value, kind }) => [metric, value, kind])

/** A page saved whole by a browser. */
const mht = (html: string) =>
  [
    "From: <Saved by Blink>", "MIME-Version: 1.0",
    'Content-Type: multipart/related; type="text/html"; boundary="----edge"', "",
    "------edge", "Content-Type: text/html", "Content-Transfer-Encoding: base64", "",
    Buffer.from(html).toString("base64"), "------edge--", "",
  ].join("\r\n") // biome-ignore format: a page

describe("the same report in every format", () => {
  it.each([
    ["docx", "docx"],
    ["doc", "doc"],
    ["pdf", "pdf"],
    ["html", "html"],
  ])("gives the same figures, town and year from .%s", async (ending, reader) => {
    const outcome = await mustRead(samples.read(`report.${ending}`), `无名.${ending}`)
    expect(outcome.document.reader).toBe(reader)
    expect(figuresOf(outcome)).toEqual(sampleFigures.map((each) => [...each]))
    expect([outcome.report.townCode, outcome.report.referenceYear]).toEqual([331082112, 2024])
    const { text } = outcome.document
    expect(text).toContain("取得了较好的成效，群众满意度不断提升，基层治理能力明显增强。")
    expect(text).toMatch(/行政处罚案件（件） \| 63/)
    for (const { evidence } of outcome.report.candidates)
      expect(text.slice(evidence.start, evidence.end)).toBe(evidence.quote)
  })

  it("is known by its bytes under any name, as a saved page and as a .wps that is Word inside", async () => {
    for (const [sample, name] of [
      ["report.docx", "a.txt"],
      ["report.doc", "报告.wps"],
      ["report.docx", "报告.wps"],
      ["report.pdf", "a.html"],
    ] as const)
      expect(figuresOf(await mustRead(samples.read(sample), name))).toHaveLength(sampleFigures.length)
    const saved = await mustRead(Buffer.from(mht(sampleHtml("杜桥镇"))), "saved.mht")
    expect(figuresOf(saved)).toEqual(sampleFigures.map((each) => [...each]))
  })

  it("is recognised from a picture and from a scanned PDF, and marked as such", async () => {
    const lines = [
      "杜桥镇2024年法治政府建设年度报告",
      "一、主要举措和成效",
      "全年召开法治建设专题会议4次。审查各类合同41件。",
      "成功调处矛盾纠纷27起。",
    ]
    const jpeg = drawPage(lines, "jpeg")
    for (const [bytes, name] of [
      [drawPage(lines), "a.png"],
      [jpeg, "a.jpg"],
      [scannedPdf(jpeg, 1654, 720), "a.pdf"],
    ] as const) {
      const outcome = await mustRead(bytes, name)
      expect(outcome.document.reader).toBe("ocr")
      expect([name, ...figuresOf(outcome)]).toEqual([
        name,
        ...sampleFigures.slice(0, 3).map((each) => [...each]),
      ])
      expect(outcome.report.townCode).toBe(331082112)
    }
  })
})

const part = (name: string, xml: string) => ({ name, bytes: `<?xml version="1.0" encoding="UTF-8"?>${xml}` })
const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const ofList = (level: number, words: string) =>
  `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>${words}</w:t></w:r></w:p>`

/** A Word document of these parts only. */
function word(body: string, extra: { name: string; bytes: string }[] = [], prolog = "") {
  const types =
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
  const rels =
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
  const document = `${prolog}<w:document ${w}><w:body>${body}</w:body></w:document>`
  return buildZip([
    part("[Content_Types].xml", types),
    part("_rels/.rels", rels),
    part("word/document.xml", document),
    ...extra,
  ])
}

describe("a Word document", () => {
  it("keeps the numbers that Word only shows: 一、 and （二） are headings of the report", async () => {
    const numbering = part(
      "word/numbering.xml",
      `<w:numbering ${w}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
    )
    const body = [
      ofList(0, "主要举措"),
      ofList(1, "加强领导"),
      ofList(1, "严格执法"),
      ofList(0, "存在不足"),
      ofList(1, "宣传不够"),
    ]
    const deleted =
      "<w:p><w:del><w:r><w:delText>删去的9件</w:delText></w:r></w:del><w:r><w:t>留下的3件</w:t></w:r></w:p>"
    const { document } = await mustRead(word(body.join("") + deleted, [numbering]), "a.docx")
    expect(document.text.split("\n")).toEqual([
      "一、主要举措",
      "（一）加强领导",
      "（二）严格执法",
      "二、存在不足",
      "（一）宣传不够",
      "留下的3件",
    ])
  })

  it("holds its text boxes once, though it writes them twice", async () => {
    const box = (words: string) => `<w:txbxContent><w:p><w:r><w:t>${words}</w:t></w:r></w:p></w:txbxContent>`
    const mc =
      'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    const both = `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box("框内合同5件")}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box("框内合同5件")}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>`
    const body = `<w:p ${mc}><w:r><w:t>正文</w:t></w:r><w:r>${both}</w:r></w:p>`
    const { document } = await mustRead(word(body), "a.docx")
    expect(document.text.split(/\n+/)).toEqual(["正文", "框内合同5件"])
  })

  it("with entities of its own is refused before anything is expanded", async () => {
    const bomb = '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    expect(await read(word("<w:p><w:r><w:t>&b;</w:t></w:r></w:p>", [], bomb), "a.docx")).toEqual({
      ok: false,
      refusal: "unsafe",
    })
    const fetching = part("word/styles.xml", `<!DOCTYPE s SYSTEM "file:///etc/passwd"><w:styles ${w}/>`)
    expect(await read(word("<w:p/>", [fetching]), "a.docx")).toEqual({ ok: false, refusal: "unsafe" })
  })
})

describe("files that cannot be read", () => {
  const refusalOf = async (bytes: Uint8Array, name: string) => {
    const outcome = await read(bytes, name)
    return outcome.ok ? "read" : outcome.refusal
  }

  it("each has its own reason", async () => {
    const docx = samples.read("report.docx")
    expect(await refusalOf(docx.subarray(0, docx.length / 2), "cut.docx")).toBe("damaged")
    expect(await refusalOf(samples.read("report.pdf").subarray(0, 900), "cut.pdf")).toBe("damaged")
    expect(await refusalOf(samples.read("report.doc").subarray(0, 3000), "cut.doc")).toBe("damaged")
    expect(await refusalOf(drawPage(["报告"]).subarray(0, 2000), "cut.png")).toBe("damaged")
    expect(await refusalOf(samples.read("locked.pdf"), "locked.pdf")).toBe("password")
    expect(await refusalOf(drawPage([]), "blank.png")).toBe("no_text")
    expect(await refusalOf(word("<w:p><w:r><w:drawing/></w:r></w:p>"), "pictures.docx")).toBe("only_pictures")
    expect(await refusalOf(Buffer.from("MZ\x90\0\x03\0\0\0"), "报告.docx")).toBe("not_text")
    expect(await refusalOf(Buffer.from("II*\0\x08\0\0\0"), "scan.tif")).toBe("tiff")
  })

  it("a bomb is refused in a moment, whatever it claims of its size", async () => {
    const zeros = new Uint8Array(200 * 1024 * 1024)
    const started = Date.now()
    for (const claims of [undefined, 1000]) {
      const bomb = word("<w:p/>", [
        { name: "word/styles.xml", bytes: zeros as unknown as string, ...(claims ? { claims } : {}) },
      ])
      expect(["unpacks_too_large", "damaged"]).toContain(await refusalOf(bomb, "bomb.docx"))
    }
    expect(Date.now() - started).toBeLessThan(20_000)
  })

  it("a picture of far too many dots never reaches the decoder", async () => {
    const png = Buffer.from(drawPage(["大"]))
    png.writeUInt32BE(60_000, 16)
    png.writeUInt32BE(60_000, 20)
    expect(await refusalOf(png, "huge.png")).toBe("too_heavy")
  })
})
