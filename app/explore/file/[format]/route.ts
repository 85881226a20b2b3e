import { loadExplore } from "@/app/explore/load-explore"
import { readLocale } from "@/app/locale"
import { openReadingDesk } from "@/app/reading-desk"
import { translate } from "@/catalogue/translate"
import { buildView } from "@/components/explore/build-view"
import { drawView } from "@/components/explore/draw-view"
import { fileFoot, fileName } from "@/components/explore/file-foot"
import { drawPicture } from "@/services/draw-picture"
import { exportCsv, exportXlsx } from "@/services/export-figures"
import { Problem } from "@/services/problem"
import { viewDemonstration } from "@/services/view-demonstration"
import { parseAddress } from "@/statistics/parse-explore"

const types = {
  svg: "image/svg+xml; charset=utf-8",
  png: "image/png",
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const
type Format = keyof typeof types

const isFormat = (text: string): text is Format => Object.hasOwn(types, text)

/** The view that the address names as a file: what stands on the page, with its scope and date. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ format: string }> },
): Promise<Response> {
  const { format } = await params
  const locale = await readLocale()
  if (!isFormat(format)) return new Response(null, { status: 404 })
  try {
    const desk = await openReadingDesk()
    const state = parseAddress(new URL(request.url).search)
    const data = await loadExplore(desk, state, locale)
    if (!data) return new Response(null, { status: 404 })
    const day = desk.now.toLocaleDateString("en-CA", { timeZone: "Asia/Shanghai" })
    const view = buildView(state, data, locale)
    const isDemonstration = (await viewDemonstration(desk)) === data.county.code
    const foot = fileFoot(state, data, { day, isDemonstration }, locale)
    const drawn = view.view === "table" ? null : view
    const body = async () => {
      if (format === "csv") return exportCsv(desk, state, data, locale)
      if (format === "xlsx") return exportXlsx(desk, state, data, { frame: view.frame, foot }, locale)
      if (!drawn) return null
      const svg = await drawView(drawn, foot)
      return format === "svg" ? svg : drawPicture(svg)
    }
    const content = await body()
    if (content === null) return new Response(null, { status: 404 })
    const name = encodeURIComponent(`${fileName(view.frame.title)}.${format}`)
    return new Response(typeof content === "string" ? content : new Uint8Array(content), {
      headers: {
        "content-type": types[format],
        "content-disposition": `attachment; filename="fadu-${state.metric}.${format}"; filename*=UTF-8''${name}`,
        "cache-control": "no-store",
      },
    })
  } catch (error) {
    if (error instanceof Problem)
      return new Response(translate(locale, "problem")(error.code), { status: 403 })
    throw error
  }
}
