import { createCanvas, loadImage } from "@napi-rs/canvas"
import { Refused } from "@/documents/document"
import { measurePicture } from "@/documents/measure-picture"
import type { Picture } from "@/documents/recognise"

/** Letters of a page photographed or scanned at 200 to 300 dots an inch are read best; more only costs time. */
const longestSide = 3500
/** A page of A3 at 600 dots an inch has 70 million. */
const mostDots = 100_000_000

/** Draws a picture anew, on white, no larger than is useful. Throws Refused damaged, too_heavy. */
export async function drawPicture(bytes: Uint8Array): Promise<Picture> {
  const measured = measurePicture(bytes)
  if (!measured?.whole) throw new Refused("damaged")
  if (measured.width * measured.height > mostDots) throw new Refused("too_heavy")
  const image = await loadImage(Buffer.from(bytes)).catch(() => {
    throw new Refused("damaged")
  })
  const scale = Math.min(1, longestSide / Math.max(image.width, image.height))
  const [width, height] = [Math.round(image.width * scale), Math.round(image.height * scale)]
  if (width < 1 || height < 1) throw new Refused("damaged")
  const canvas = createCanvas(width, height)
  const context = canvas.getContext("2d")
  context.fillStyle = "white"
  context.fillRect(0, 0, width, height)
  context.drawImage(image, 0, 0, width, height)
  return { image: canvas.toBuffer("image/png"), width, height }
}
