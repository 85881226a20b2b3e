import { type ReadDocument, Refused } from "@/documents/document"
import { drawPicture } from "@/documents/draw-picture"
import { readMetadata } from "@/documents/read-metadata"
import { rebuildText } from "@/documents/rebuild-text"
import { recognise } from "@/documents/recognise"

/** A picture of a page (png, jpg, gif, bmp, webp) to the text recognised in it. Throws Refused damaged, too_heavy,
 * no_text. */
export async function readImage(bytes: Uint8Array): Promise<ReadDocument> {
  const text = rebuildText([await recognise(await drawPicture(bytes))])
  if (text.trim() === "") throw new Refused("no_text")
  return { reader: "ocr", encoding: "binary", text, metadata: readMetadata(text), sheets: [] }
}
