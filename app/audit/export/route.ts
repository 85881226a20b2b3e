import { parseQuery } from "@/app/audit/parse-query"
import { readLocale } from "@/app/locale"
import { openDesk } from "@/app/with-desk"
import { translate } from "@/catalogue/translate"
import { exportAudit } from "@/services/export-audit"
import { Problem } from "@/services/problem"

/** The lines that the audit page's filters leave, as a CSV file, sent while they are read. */
export async function GET(request: Request): Promise<Response> {
  const locale = await readLocale()
  try {
    const desk = await openDesk()
    const query = parseQuery(Object.fromEntries(new URL(request.url).searchParams))
    const chunks = exportAudit(desk, query, locale)
    const encoder = new TextEncoder()
    const body = new ReadableStream<Uint8Array>({
      async pull(controller) {
        const { done, value } = await chunks.next()
        if (done) controller.close()
        else controller.enqueue(encoder.encode(value))
      },
    })
    const name = `fadu-audit-${desk.now.toISOString().slice(0, 10)}.csv`
    return new Response(body, {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="${name}"`,
      },
    })
  } catch (error) {
    if (error instanceof Problem)
      return new Response(translate(locale, "problem")(error.code), { status: 403 })
    throw error
  }
}
