import { notFound } from "next/navigation"
import { one, type SearchParams, whole } from "@/app/parse-address"
import { answer, ask, propose, settle } from "@/app/questions/actions"
import * as actions from "@/app/reports/[town]/[year]/actions"
import { withDesk } from "@/app/with-desk"
import { townName } from "@/catalogue/place-name"
import { may } from "@/catalogue/role"
import type { Town } from "@/catalogue/town"
import { PublishedPage } from "@/components/reports/published-page"
import { ReportPage } from "@/components/review/report-page"
import { viewPublished } from "@/services/view-published"
import { threadsOfReport } from "@/services/view-questions"
import { viewReport } from "@/services/view-report"
import { dayOf } from "@/statistics/explore-state"

type Props = { params: Promise<{ town: string; year: string }>; searchParams: SearchParams }

export default function Page({ params, searchParams }: Props) {
  return withDesk("figures.read", async (desk, locale) => {
    const { town, year } = await params
    const { version, view: asked, asof } = await searchParams
    const named = (of: Town) => ({ ...of, name: townName(of.code, locale) })
    const [code, of] = [whole(town) ?? 0, whole(year) ?? 0]
    const asOf = dayOf(one(asof) ?? "")
    const view =
      may(desk.actor.role, "reports.read") && one(asked) !== "published" && !asOf
        ? await viewReport(desk, code, of, whole(version), locale)
        : null
    const published = view ? null : await viewPublished(desk, code, of, asOf)
    if (published) return <PublishedPage locale={locale} {...published} town={named(published.town)} />
    if (!view) notFound()
    const report = { ...view, town: named(view.town) }
    const decides = may(desk.actor.role, "reports.decide")
    const talk = {
      side: decides ? ("reviewer" as const) : ("town_officer" as const),
      threads: await threadsOfReport(desk, code, of, locale),
      actions: { ask, answer, propose, settle },
    }
    return <ReportPage {...{ locale, report, talk }} actions={decides ? actions : null} />
  })
}
