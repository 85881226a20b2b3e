import { readLocale } from "@/app/locale"
import { installedCounty } from "@/app/parse-address"
import { openDesk } from "@/app/with-desk"
import { translate } from "@/catalogue/translate"
import { addFile } from "@/services/add-file"
import { beginImport } from "@/services/begin-import"
import { requireRight } from "@/services/desk"
import { findRegion } from "@/services/find-region"
import { isDatabaseAway, isDiskFull, Problem } from "@/services/problem"
import { wakeImports } from "@/services/wake-imports"

/** The largest body: an archive and what the form adds to it. Files are judged one by one afterwards. */
const mostBytes = 101 * 1024 * 1024

/** Files for an import: begins one, or adds to the one that `job` names. Everything is stored before the answer. Only this
 * site's own pages may send it; a form without a script is led to the import's page. */
export async function POST(request: Request): Promise<Response> {
  const locale = await readLocale()
  const refuse = (reason: string, status: number) => Response.json({ reason }, { status })
  const length = Number(request.headers.get("content-length") ?? Number.NaN)
  if (!(length <= mostBytes)) return refuse(translate(locale, "refusal")("too_large"), 413)
  try {
    // Before the file is read: whose it is.
    const desk = await openDesk()
    requireRight(desk, "reports.import")
    const form = await request.formData()
    const files = form.getAll("file").filter((file) => file instanceof File)
    if (files.length === 0) return refuse(translate(locale, "refusal")("empty"), 400)
    const named = form.get("job")
    const job = named ? String(named) : await begin(desk)
    const path = form.get("path")
    for (const file of files) {
      const fileName = files.length === 1 && path ? String(path) : file.name
      await addFile(desk, job, { fileName, bytes: new Uint8Array(await file.arrayBuffer()) })
    }
    wakeImports()
    if (request.headers.get("accept")?.includes("application/json")) return Response.json({ job })
    return new Response(null, { status: 303, headers: { location: `/import/${job}` } })
  } catch (error) {
    if (error instanceof Problem) {
      const status = { not_allowed: 403, signed_out: 401, must_change: 403 }[error.code as string] ?? 422
      return refuse(translate(locale, "problem")(error.code), status)
    }
    if (isDiskFull(error)) return refuse(translate(locale, "ui")("full"), 507)
    if (isDatabaseAway(error)) return refuse(translate(locale, "ui")("away.title"), 503)
    throw error
  }
}

async function begin(desk: Awaited<ReturnType<typeof openDesk>>): Promise<string> {
  const region = await findRegion(desk, null, installedCounty())
  return beginImport(desk, region.county?.code ?? null)
}
