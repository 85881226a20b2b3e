import type { ReactNode } from "react"
import type { Locale } from "@/catalogue/messages/messages"
import { translate } from "@/catalogue/translate"
import { ActionForm } from "@/components/review/action-form"
import { FindingCard } from "@/components/review/finding-card"
import { Key } from "@/components/review/key"
import { NumberCard } from "@/components/review/number-card"
import { ReadingCard } from "@/components/review/reading-card"
import {
  isBooked,
  type Reading,
  type ReviewReport,
  type ShownFinding,
  touches,
} from "@/components/review/report"
import type { ReviewActions } from "@/components/review/report-page"
import { type Talk, TownTalk } from "@/components/review/town-talk"

type Props = {
  locale: Locale
  report: ReviewReport
  actions: ReviewActions | null
  metrics: ReactNode
  talk: Talk
}

const gravity = { error: 0, warning: 1, notice: 2 } as const

/** What a person decides in a report, the doubtful first: findings with the readings that they point at, the other readings,
 * figures that are no result of the year, and numbers that no metric claims. */
export function ItemList({ locale, report, actions, metrics, talk }: Props) {
  const t = translate(locale, "review")
  const { readings, findings, unclaimed, town, year } = report
  const isDoubtful = (reading: Reading) =>
    reading.origin !== "source" && findings.some((finding) => touches(finding, reading))
  const doubtful = readings.filter(isDoubtful)
  const clear = readings.filter((reading) => isBooked(reading) && !isDoubtful(reading))
  const other = readings.filter((reading) => !isBooked(reading) && !isDoubtful(reading))
  const sorted = [...findings].sort(
    (a, b) => gravity[a.severity] - gravity[b.severity] || (a.start ?? 0) - (b.start ?? 0),
  )
  const acceptable = [...clear, ...other].filter(({ state }) => state === "open")
  const open = unclaimed.filter(({ isOpen }) => isOpen)
  const reading = (one: Reading) => (
    <ReadingCard key={one.id} {...{ locale, report, reading: one }} decide={actions?.decide ?? null}>
      <TownTalk {...{ locale, report, talk, about: { candidateId: one.id }, reading: one }} />
    </ReadingCard>
  )
  const finding = (one: ShownFinding) => (
    <FindingCard key={one.id} {...{ locale, report, finding: one }} judge={actions?.judge ?? null}>
      <TownTalk {...{ locale, report, talk, about: { findingId: one.id } }} />
    </FindingCard>
  )
  return (
    <>
      <Group title={t("doubtful", { count: findings.length + doubtful.length })} empty={t("noFindings")}>
        {sorted.filter((one) => !doubtful.some((row) => touches(one, row))).map(finding)}
        {doubtful.flatMap((row) => [reading(row), ...firstTouched(sorted, row, doubtful).map(finding)])}
      </Group>
      <Group title={t("clear", { count: clear.length })} empty={readings.length === 0 ? t("none") : null}>
        {actions && !report.isRecognised && acceptable.length > 0 ? (
          <li>
            <ActionForm action={actions.acceptAll} fields={{ town: town.code, year }}>
              <button type="submit" className="button button-main w-full" data-key="A">
                {t("acceptAll", { count: acceptable.length })}
                <Key name="⇧A" />
              </button>
            </ActionForm>
          </li>
        ) : null}
        {clear.map(reading)}
      </Group>
      {other.length > 0 ? (
        <Group title={t("other", { count: other.length })} words={t("otherWords")}>
          {other.map(reading)}
        </Group>
      ) : null}
      <Group
        title={t("numbers", { count: unclaimed.length })}
        words={unclaimed.length > 0 ? t("numbersWords") : undefined}
        empty={t("numbersNone")}
      >
        {unclaimed.map((number) => (
          <NumberCard key={number.start} {...{ locale, report, number, actions, metrics }}>
            <TownTalk {...{ locale, report, talk, about: { start: number.start, end: number.end } }} />
          </NumberCard>
        ))}
        {actions && open.length > 1 ? (
          <li>
            <ActionForm
              action={actions.dismiss}
              fields={{
                ...{ town: town.code, year, action: "dismiss" },
                start: open.map(({ start }) => start).join(","),
              }}
            >
              <button type="submit" className="button w-full">
                {t("dismissAll", { count: open.length })}
              </button>
            </ActionForm>
          </li>
        ) : null}
      </Group>
    </>
  )
}

/** The findings on a reading; one that points at several stands under the first of them. */
function firstTouched(findings: readonly ShownFinding[], row: Reading, doubtful: readonly Reading[]) {
  return findings.filter((one) => doubtful.find((other) => touches(one, other)) === row)
}

type GroupProps = { title: string; words?: string | undefined; empty?: string | null; children: ReactNode }

function Group({ title, words, empty, children }: GroupProps) {
  const isEmpty = Array.isArray(children) && children.flat().filter(Boolean).length === 0
  return (
    <section className="mb-6">
      <h2 className="mb-2 text-lg font-semibold">{title}</h2>
      {words ? <p className="mb-2 text-sm text-ink-2">{words}</p> : null}
      {isEmpty && empty ? <p className="text-sm text-ink-2">{empty}</p> : null}
      <ol className="grid gap-2">{children}</ol>
    </section>
  )
}
