import { loadImage } from "@napi-rs/canvas"
import { expect, test } from "vitest"
import { askReader } from "@/services/ask-reader"
import { drawPage as scan, scannedPdf } from "@/tests/documents/make-samples"

const draw = (bytes: Uint8Array, page: number) => askReader({ kind: "page", bytes, page })

test("pages of a PDF and pictures are drawn anew by the reading process; what has no such page is not", async () => {
  const picture = scan(["沿江镇2024年法治政府建设年度报告"])
  const page = scan(["第一页"], "jpeg")
  const { width, height } = await loadImage(page)
  const pdf = scannedPdf(page, width, height)
  const first = await draw(pdf, 1)
  expect(first).toMatchObject({ ok: true, pages: 1 })
  if (!first.ok) throw new Error("not drawn")
  const image = await loadImage(Buffer.from(first.png))
  expect(image.width).toBeGreaterThan(500)
  const drawn = await draw(picture, 1)
  expect(drawn).toMatchObject({ ok: true, pages: 1 })
  // Drawn anew: not a byte after the picture's own end comes along.
  const laden = await draw(Buffer.concat([picture, Buffer.from("<script>alert(1)</script>")]), 1)
  expect(laden.ok && Buffer.from(laden.png).includes("script")).toBe(false)
  for (const [bytes, page] of [
    [pdf, 2],
    [pdf, 0],
    [picture, 2],
    [pdf.subarray(0, 300), 1],
    [Buffer.from("plain text"), 1],
  ] as const)
    expect(await draw(bytes, page)).toEqual({ ok: false })
})
