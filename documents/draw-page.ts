import { Refused } from "@/documents/document"
import { drawPdfPage, openPdf } from "@/documents/draw-pdf"
import { drawPicture } from "@/documents/draw-picture"
import { sniffFormat } from "@/documents/sniff-format"

/** A page of an original, drawn anew: nothing of the file itself is in it. */
export type DrawnPage = { ok: true; png: Uint8Array; pages: number } | { ok: false }

/** Dots an inch that a screen shows well. */
const screenScale = 110 / 72

/** Draws one page of a PDF or a picture; pages count from 1. Not ok for other formats, pages that are not there, and files
 * that cannot be drawn. */
export async function drawPage(bytes: Uint8Array, number: number): Promise<DrawnPage> {
  const format = sniffFormat(bytes)
  try {
    if (format === "image" && number === 1)
      return { ok: true, png: (await drawPicture(bytes)).image, pages: 1 }
    if (format !== "pdf") return { ok: false }
    const pdf = await openPdf(bytes)
    if (number < 1 || number > pdf.numPages) return { ok: false }
    const { image } = await drawPdfPage(await pdf.getPage(number), screenScale)
    return { ok: true, png: image, pages: pdf.numPages }
  } catch (error) {
    if (error instanceof Refused) return { ok: false }
    throw error
  }
}
