import { existsSync } from "node:fs"
import { Resvg } from "@resvg/resvg-js"

/** Where Linux distributions keep a Chinese font; elsewhere the system's own are searched. */
const fontFolders = [
  "/usr/share/fonts/opentype/noto",
  "/usr/share/fonts/truetype/noto",
  "/usr/share/fonts/noto-cjk",
  "/usr/share/fonts/truetype/wqy",
]

/** Twice the size: sharp on paper and on a wall. */
const zoom = 2

/** An SVG drawing as a PNG picture on white, its Chinese set in the server's own font; nothing is fetched. */
export function drawPng(svg: string): Uint8Array {
  const fontDirs = fontFolders.filter((folder) => existsSync(/* turbopackIgnore: true */ folder))
  const picture = new Resvg(svg, {
    fitTo: { mode: "zoom", value: zoom },
    background: "#ffffff",
    font: { loadSystemFonts: fontDirs.length === 0, fontDirs, defaultFontFamily: "Noto Sans CJK SC" },
  })
  return picture.render().asPng()
}
