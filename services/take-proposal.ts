import { townOf } from "@/catalogue/divisions"
import { formatFigure } from "@/catalogue/format"
import { metricOfId } from "@/catalogue/metric"
import { translate } from "@/catalogue/translate"
import type { Connection } from "@/db/connect"
import type { StoredThread, ThreadEntry } from "@/db/reads/list-questions"
import type { Desk } from "@/services/desk"
import { writeSource } from "@/services/enter-source"
import { lockReport } from "@/services/lock-report"
import { Problem } from "@/services/problem"
import { writeDecisions } from "@/services/write-decisions"

/** A figure that a town proposed, with its source. */
export type Proposal = ThreadEntry & { value: number; source: string }

/** The last figure that the town proposed in a thread, or null. */
export function lastProposal({ entries }: Pick<StoredThread, "entries">): Proposal | null {
  const isProposal = (entry: ThreadEntry): entry is Proposal =>
    entry.action === "propose" && entry.value !== null && entry.source !== null
  return entries.filter(isProposal).at(-1) ?? null
}

/**
 * Makes a town's figure what is decided: it corrects the reading that the thread is about; where there is none, or one that
 * is no figure of the year (a part, a change), it is entered with the town's answer as its evidence. What is stored of it is
 * in the office's language. Throws Problem: not_found, report_does_not_count (also where the version that counts has no such
 * reading), value_not_valid, rate_above_100.
 */
export async function takeProposal(tx: Connection, desk: Desk, thread: StoredThread, proposal: Proposal) {
  const { townCode, year, candidateId, kind, decisions } = thread
  const report = await lockReport(tx, townCode, year)
  const metric = metricOfId(thread.metricId ?? 0)
  if (!metric) throw new Problem("not_found")
  const t = translate("zh", "question")
  const { value, words } = proposal
  if (candidateId && (kind === "result" || kind === "target")) {
    const note = t(words ? "record.noteWithWords" : "record.note", {
      source: proposal.source,
      words: words ?? "",
    })
    const decision = {
      candidateId,
      seen: decisions,
      action: "correct",
      value,
      exactness: "exact",
      note,
    } as const
    await writeDecisions(tx, desk, townCode, [decision])
    return
  }
  const town = townOf(townCode)?.name ?? String(townCode)
  const figure = formatFigure({ value }, metric, "zh")
  const said = t("record.figure", { metric: metric.nameZh, figure })
  await writeSource(tx, desk, {
    ...{ ...report, metric: metric.code, value, source: "answer" },
    reference: t("record.reference", { town, source: proposal.source }),
    words: words ? `${said}\n${words}` : said,
  })
}
