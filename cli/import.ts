import { randomUUID } from "node:crypto"
import { readdirSync, readFileSync, statSync } from "node:fs"
import { join, relative } from "node:path"
import { townOf } from "@/catalogue/divisions"
import { locales } from "@/catalogue/messages/messages"
import { translate } from "@/catalogue/translate"
import { CommandFailure } from "@/cli/command-failure"
import { atDesk } from "@/cli/open-desk"
import { addFile } from "@/services/add-file"
import { beginImport } from "@/services/begin-import"
import type { Desk } from "@/services/desk"
import { findRegion } from "@/services/find-region"
import { readNextFile } from "@/services/read-next-file"
import { type ImportView, viewImport } from "@/services/view-import"

/** Files a batch, as everywhere. An archive may hold more bytes than a file; what is larger is refused unread. */
const batch = 200
const mostBytes = 100 * 1024 * 1024

/** The files of a list of files and folders, folders searched through. A path that leads nowhere stays in the list, to be
 * refused by name. */
function filesOf(paths: readonly string[]): string[] {
  return paths.flatMap((path) => {
    if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [path]
    const names = readdirSync(path).filter((name) => !/^(\.|~\$)/.test(name))
    return filesOf(names.sort().map((name) => join(path, name)))
  })
}

type Given = { townCode: number | null; year: number | null }

/** `fadu import FILE…|FOLDER [--town CODE] [--year YEAR]`: the same imports as on the page, read by this process and by a
 * running site, whichever is free. Prints a line a file; refusals and questions go to standard error. Returns the exit
 * code: 1 if anything was refused or is asked. */
export async function runImport(
  paths: readonly string[],
  answers: { town?: string; year?: string },
): Promise<number> {
  const files = filesOf(paths)
  return atDesk(async (desk, config) => {
    const region = (await findRegion(desk, null, config.region)).county?.code ?? null
    const given = {
      townCode: answers.town ? Number(answers.town) : null,
      year: answers.year ? Number(answers.year) : null,
    }
    let bad = 0
    for (let from = 0; from < files.length; from += batch) {
      bad += await importBatch(desk, files.slice(from, from + batch), region, given)
    }
    return bad === 0 ? 0 : 1
  })
}

async function importBatch(desk: Desk, paths: readonly string[], region: number | null, given: Given) {
  let bad = 0
  const present = paths.filter((path) => {
    const size = statSync(path, { throwIfNoEntry: false })?.size
    if (size !== undefined && size <= mostBytes) return true
    const words = size === undefined ? "没有这个文件 / there is no such file" : both("too_large")
    console.error(`${path}\n  ${words}`)
    bad += 1
    return false
  })
  if (present.length === 0) return bad
  const jobId = await beginImport(desk, region)
  for (const path of present) {
    const fileName = relative(process.cwd(), path)
    await addFile(desk, jobId, { fileName, bytes: readFileSync(path) }, given)
  }
  const printed = new Set<number>()
  const runner = randomUUID()
  for (;;) {
    const wasFree = await readNextFile({ ...desk, now: new Date() }, runner, jobId)
    const views = await Promise.all(locales.map((locale) => viewImport(desk, jobId, locale)))
    bad += print(views, printed)
    const open = views[0]?.open ?? 0
    if (open === 0) return bad
    // The running site may hold the last ones.
    if (!wasFree) await new Promise((done) => setTimeout(done, 500))
  }
}

/** Prints what is new since the last time, in both languages. Returns how many of it were refused or ask something. */
function print(views: readonly (ImportView | null)[], printed: Set<number>): number {
  const [view] = views
  if (!view) throw new CommandFailure("the import is gone", 1)
  let bad = 0
  for (const item of view.items) {
    if (item.state === "waiting" || item.state === "reading" || printed.has(item.ordinal)) continue
    printed.add(item.ordinal)
    const words = views.map(
      (each) => each?.items.find(({ ordinal }) => ordinal === item.ordinal)?.words ?? "",
    )
    const line = item.question ? question(item.question) : words.join(" / ")
    const isBad = item.state === "refused" || item.state === "question"
    const say = isBad ? console.error : console.log
    say(`[${printed.size}/${view.items.length}] ${item.fileName}\n  ${line}`)
    if (isBad) bad += 1
  }
  return bad
}

const both = (refusal: "too_large") =>
  locales.map((locale) => translate(locale, "refusal")(refusal)).join(" / ")

function question({ asks, choices }: NonNullable<ImportView["items"][number]["question"]>): string {
  const asksColumns = asks.includes("columns")
  const options = asks.map((ask) => (ask === "town" ? "--town 331082111" : "--year 2024"))
  const listed = choices.map(({ code, name }) => `${townOf(code)?.name ?? name} ${code}`).join(", ")
  const key = asksColumns
    ? "askColumns"
    : asks.length > 1
      ? "askBoth"
      : asks[0] === "year"
        ? "askYear"
        : "askTown"
  const words = locales.map((locale) => translate(locale, "ui")(`import.${key}`)).join(" / ")
  const hint = asksColumns ? "/import" : options.join(" ")
  return `${words}: ${hint}${listed ? ` (${listed})` : ""}`
}
