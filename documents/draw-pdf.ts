import { join } from "node:path"
import { createCanvas } from "@napi-rs/canvas"
import type { PDFDocumentProxy, PDFPageProxy } from "pdfjs-dist"
import { Refused } from "@/documents/document"
import type { Picture } from "@/documents/recognise"

/** Dots an inch at which pages are drawn; a point is a 72nd of an inch. */
export const scanScale = 200 / 72
const longestSide = 4000

/** Opens a PDF. Throws Refused password, damaged. */
export async function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs")
  const folder = join(process.cwd(), "node_modules/pdfjs-dist")
  const task = getDocument({
    ...{ data: Uint8Array.from(bytes), cMapUrl: `${join(folder, "cmaps")}/`, cMapPacked: true },
    ...{ standardFontDataUrl: `${join(folder, "standard_fonts")}/`, wasmUrl: `${join(folder, "wasm")}/` },
    ...{ isEvalSupported: false, useSystemFonts: false, disableFontFace: true, useWorkerFetch: false },
    ...{ enableXfa: false, stopAtErrors: false, verbosity: 0 },
  })
  return task.promise.catch((error: Error) => {
    throw new Refused(error.name === "PasswordException" ? "password" : "damaged")
  })
}

/** Draws a page as a picture. */
export async function drawPdfPage(page: PDFPageProxy, wanted: number): Promise<Picture> {
  const { width, height } = page.getViewport({ scale: 1 })
  const scale = Math.min(wanted, longestSide / Math.max(width, height))
  const viewport = page.getViewport({ scale })
  const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height))
  const context = canvas.getContext("2d") as unknown as CanvasRenderingContext2D
  await page.render({ canvasContext: context, viewport, canvas: null }).promise
  return { image: canvas.toBuffer("image/png"), width: canvas.width, height: canvas.height }
}
