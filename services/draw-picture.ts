import { drawPng } from "@/exports/draw-png"

/** A drawing as a PNG picture. It holds only what the drawing was made from, so that no right is asked for here. */
export function drawPicture(svg: string): Uint8Array {
  return drawPng(svg)
}
