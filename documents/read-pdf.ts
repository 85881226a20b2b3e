import type { PDFPageProxy } from "pdfjs-dist"
import { type ReadDocument, Refused } from "@/documents/document"
import { drawPdfPage, openPdf, scanScale } from "@/documents/draw-pdf"
import { pagesLimit, scannedPagesLimit } from "@/documents/limits"
import { readMetadata } from "@/documents/read-metadata"
import { type LaidPage, type Run, rebuildText } from "@/documents/rebuild-text"
import { recognise } from "@/documents/recognise"

/** A page with fewer letters than this and a picture on it is a scan. */
const fewestLetters = 10

async function layOut(page: PDFPageProxy): Promise<LaidPage> {
  const { width, height, transform } = page.getViewport({ scale: 1 })
  const { items } = await page.getTextContent()
  const runs = items.flatMap((item): Run[] => {
    if (!("str" in item) || item.str.trim() === "") return []
    const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = transform as number[]
    const [, , ic = 0, id = 1, x = 0, y = 0] = item.transform as number[]
    const place = { x: a * x + c * y + e, y: b * x + d * y + f }
    return [{ words: item.str, ...place, width: item.width, size: Math.hypot(ic, id) || item.height || 10 }]
  })
  return { width, height, runs }
}

async function holdsPicture(page: PDFPageProxy): Promise<boolean> {
  const { OPS } = await import("pdfjs-dist/legacy/build/pdf.mjs")
  const drawn = new Set([OPS.paintImageXObject, OPS.paintInlineImageXObject, OPS.paintImageMaskXObject])
  const { fnArray } = await page.getOperatorList()
  return fnArray.some((operator) => drawn.has(operator))
}

/** A PDF to its text, page by page; pages that are pictures are recognised, and then the whole counts as recognised.
 * `progress` hears of every page. Throws Refused password, damaged, too_many_pages, no_text. */
export async function readPdf(bytes: Uint8Array, progress: () => void): Promise<ReadDocument> {
  const pdf = await openPdf(bytes)
  if (pdf.numPages > pagesLimit) throw new Refused("too_many_pages")
  const pages: LaidPage[] = []
  let scanned = 0
  try {
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number)
      const laid = await layOut(page)
      const letters = laid.runs.reduce((sum, { words }) => sum + words.trim().length, 0)
      const isScan = letters < fewestLetters && (await holdsPicture(page))
      if (isScan) scanned += 1
      if (scanned > scannedPagesLimit) throw new Refused("too_many_pages")
      pages.push(isScan ? await recognise(await drawPdfPage(page, scanScale)) : laid)
      page.cleanup()
      progress()
    }
  } catch (error) {
    throw error instanceof Refused ? error : new Refused("damaged")
  }
  const text = rebuildText(pages)
  if (text.trim() === "") throw new Refused("no_text")
  const { info } = await pdf.getMetadata()
  const metadata = readMetadata(text)
  const named = String((info as { Title?: string }).Title ?? "").trim()
  const title = metadata.title ?? (/[\u4e00-\u9fff]{4}/.test(named) && named.length <= 60 ? named : null)
  const reader = scanned > 0 ? "ocr" : "pdf"
  return { reader, encoding: "binary", text, metadata: { ...metadata, title }, sheets: [] }
}
