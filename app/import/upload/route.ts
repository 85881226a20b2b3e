import { readLocale } from "@/app/locale"
import { installedCounty } from "@/app/parse-address"
import { openDesk } from "@/app/with-desk"
import { countyOf, townOf } from "@/catalogue/divisions"
import { translate } from "@/catalogue/translate"
import type { UploadAnswer } from "@/components/import/upload-answer"
import { findRegion } from "@/services/find-region"
import { type ImportOutcome, importReport } from "@/services/import-report"
import { isDatabaseAway, Problem } from "@/services/problem"

const mostBytes = 20 * 1024 * 1024
/** What the form around a file may add to it. */
const formBytes = 64 * 1024

/** One file and, where they were asked for, its town and year. Only this site's own pages may send it. */
export async function POST(request: Request): Promise<Response> {
  const locale = await readLocale()
  const refuse = (reason: string, status: number) =>
    Response.json({ outcome: "failed", reason } satisfies UploadAnswer, { status })
  const origin = request.headers.get("origin")
  const host = request.headers.get("host")
  if (origin !== null && origin !== `http://${host}` && origin !== `https://${host}`) {
    return refuse(translate(locale, "problem")("not_allowed"), 403)
  }
  const tooLarge = () => refuse(translate(locale, "refusal")("too_large"), 413)
  const length = Number(request.headers.get("content-length") ?? Number.NaN)
  if (!(length <= mostBytes + formBytes)) return tooLarge()
  try {
    const form = await request.formData()
    const file = form.get("file")
    if (!(file instanceof File)) return refuse(translate(locale, "refusal")("empty"), 400)
    if (file.size > mostBytes) return tooLarge()
    const desk = await openDesk()
    const region = (await findRegion(desk, null, installedCounty())).county?.code ?? null
    const number = (name: string) => Number(form.get(name)) || null
    const bytes = new Uint8Array(await file.arrayBuffer())
    const answers = { townCode: number("town"), year: number("year") }
    const outcome = await importReport(desk, { fileName: file.name, bytes }, region, answers)
    return Response.json(answerOf(outcome, region, (refusal) => translate(locale, "refusal")(refusal)))
  } catch (error) {
    if (error instanceof Problem) return refuse(translate(locale, "problem")(error.code), 422)
    if (isDatabaseAway(error)) return refuse(translate(locale, "ui")("away.title"), 503)
    throw error
  }
}

type Refusal = Extract<ImportOutcome, { outcome: "refused" }>["refusal"]

function answerOf(
  outcome: ImportOutcome,
  region: number | null,
  words: (refusal: Refusal) => string,
): UploadAnswer {
  const named = (code: number) => {
    const town = townOf(code)
    const county = town && countyOf(town.countyCode)
    return {
      code,
      name: town?.name ?? String(code),
      county: [county?.cityName, county?.name].filter(Boolean).join(" "),
    }
  }
  if (outcome.outcome === "refused") return { outcome: "failed", reason: words(outcome.refusal) }
  if (outcome.outcome === "question") return { ...outcome, choices: outcome.choices.map(named) }
  const { townCode, ...rest } = outcome
  return { ...rest, town: named(townCode), elsewhere: Math.floor(townCode / 1000) !== region }
}
