import { execFileSync } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { basename, join } from "node:path"
import { createCanvas } from "@napi-rs/canvas"

/** What the sample report says, by reading: the figures that every format of it must give. */
export const sampleFigures = [
  ["meetings_held", 4, "result"],
  ["contracts_reviewed", 41, "result"],
  ["disputes_mediated", 27, "result"],
  ["penalties_imposed", 63, "result"],
  ["legal_aid_cases", 12, "result"],
  ["publicity_events", 30, "target"],
] as const

/** The sample report as a page: headings, a paragraph long enough to be broken into lines, a table. */
export const sampleHtml = (
  town: string,
  year = 2024,
  contracts = 41,
) => `<html><head><meta charset="utf-8"></head><body>
<h1>${town}${year}年法治政府建设年度报告</h1>
<h2>一、主要举措和成效</h2>
<p style="text-indent:2em">全年召开法治建设专题会议4次。审查各类合同${contracts}件。成功调处矛盾纠纷27起。我镇认真贯彻落实上级决策部署，坚持依法行政，持续推进法治政府建设各项工作，取得了较好的成效，群众满意度不断提升，基层治理能力明显增强。</p>
<table border="1"><tr><td>指标</td><td>数量</td></tr><tr><td>行政处罚案件（件）</td><td>63</td></tr><tr><td>法律援助（件）</td><td>12</td></tr></table>
<h2>二、存在的不足和原因</h2><p>法治宣传形式还不够丰富。</p>
<h2>三、党政主要负责人履行推进法治建设第一责任人职责情况</h2><p>主要负责人带头学法。</p>
<h2>四、${year + 1}年工作安排</h2><p>力争全年开展普法宣传活动30场。</p>
</body></html>`

/** Converts files with LibreOffice, all in one run. `to` is its name of a format, with a filter where it needs one. */
export function convert(folder: string, files: readonly string[], to: string, ...more: string[]): string[] {
  const profile = mkdtempSync(join(tmpdir(), "fadu-office-"))
  const args = [
    `-env:UserInstallation=file://${profile}`,
    "--headless",
    "--convert-to",
    to,
    ...more,
    "--outdir",
    folder,
  ]
  execFileSync("soffice", [...args, ...files], { stdio: "pipe", cwd: folder, timeout: 240_000 })
  rmSync(profile, { recursive: true, force: true })
  const ending = to.split(":")[0] ?? ""
  return files.map((file) => join(folder, basename(file).replace(/\.[^.]+$/, `.${ending}`)))
}

/** A page of plain words as a picture, as a scanner would give it. */
export function drawPage(lines: readonly string[], type: "png" | "jpeg" = "png"): Buffer {
  const canvas = createCanvas(1654, 400 + lines.length * 80)
  const context = canvas.getContext("2d")
  context.fillStyle = "white"
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.fillStyle = "black"
  context.font = "44px 'Noto Serif CJK SC'"
  for (const [index, line] of lines.entries()) context.fillText(line, 180, 200 + index * 80)
  return type === "png" ? canvas.toBuffer("image/png") : canvas.toBuffer("image/jpeg", 85)
}

/** A PDF of one scanned page: a picture and no text. */
export function scannedPdf(jpeg: Buffer, width: number, height: number): Buffer {
  const image = `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${jpeg.length} >>`
  const [w, h] = [595, Math.round((595 * height) / width)]
  const drawn = `q ${w} 0 0 ${h} 0 0 cm /I Do Q`
  const objects: (string | Buffer)[][] = [
    ["<< /Type /Catalog /Pages 2 0 R >>"],
    ["<< /Type /Pages /Kids [3 0 R] /Count 1 >>"],
    [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${w} ${h}] /Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >> >>`,
    ],
    [`<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`],
    [`${image}\nstream\n`, jpeg, "\nendstream"],
  ]
  const body = objects.flatMap((parts, i) => [`${i + 1} 0 obj\n`, ...parts, "\nendobj\n"])
  const all = ["%PDF-1.4\n", ...body, "trailer << /Root 1 0 R /Size 6 >>\n%%EOF"]
  return Buffer.concat(all.map((part) => Buffer.from(part as string)))
}

export type Samples = { folder: string; read(name: string): Buffer; remove(): void }

/** The sample report in every format, as an office would send it. */
export function makeSamples(): Samples {
  const folder = mkdtempSync(join(tmpdir(), "fadu-samples-"))
  const page = join(folder, "report.html")
  writeFileSync(page, sampleHtml("杜桥镇"))
  const [docx = ""] = convert(folder, [page], "docx:MS Word 2007 XML")
  convert(folder, [docx], "doc:MS Word 97")
  convert(folder, [docx], "pdf")
  const locked = join(folder, "locked.docx")
  writeFileSync(locked, readFileSync(docx))
  const password = `{"EncryptFile":{"type":"boolean","value":"true"},"DocumentOpenPassword":{"type":"string","value":"geheim"}}`
  convert(folder, [locked], `pdf:writer_pdf_Export:${password}`)
  return samplesIn(folder)
}

/** The sample table in every format. */
export function makeTables(): Samples {
  const folder = mkdtempSync(join(tmpdir(), "fadu-tables-"))
  const table = join(folder, "table.csv")
  writeFileSync(table, tableCsv)
  // Commas, quotes, UTF-8; the last word says that formulas are formulas.
  const [xlsx = ""] = convert(
    folder,
    [table],
    "xlsx",
    "--infilter=CSV:44,34,76,1,,0,false,true,false,false,false,1,true",
  )
  convert(folder, [xlsx], "xls")
  return samplesIn(folder)
}

function samplesIn(folder: string): Samples {
  const read = (name: string) => readFileSync(join(folder, name))
  return { folder, read, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** A table of figures as offices keep it: towns down, metrics across, a total that is no town, a formula. */
export const tableCsv = [
  "2024年各镇街统计表,,,",
  "镇街,合同合法性审查数,罚没金额（万元）,备注",
  "杜桥镇,41,21.3,",
  '上盘镇,"1,200",0,含村级',
  "桃渚镇,=17+1,,",
  "合计,1259,21.3,",
  "",
].join("\n")
