import { askedCounty, installedCounty, one, type SearchParams } from "@/app/parse-address"
import { answer, ask, settle } from "@/app/questions/actions"
import { withDesk } from "@/app/with-desk"
import { countyName, townName } from "@/catalogue/place-name"
import { translate } from "@/catalogue/translate"
import { QuestionsPage, questionFilters } from "@/components/questions/questions-page"
import { EmptyState } from "@/components/ui/empty-state"
import { findRegion } from "@/services/find-region"
import { listCountyReports } from "@/services/list-county-reports"
import { viewQuestions } from "@/services/view-questions"

export default function Page({ searchParams }: { searchParams: SearchParams }) {
  return withDesk("reports.read", async (desk, locale) => {
    const query = await searchParams
    const filter = questionFilters.find((name) => name === one(query.state)) ?? "open"
    const actions = { ask, answer, settle }
    if (desk.actor.role === "town_officer") {
      const place = desk.actor.townCode === null ? "" : townName(desk.actor.townCode, locale)
      const threads = await viewQuestions(desk, {}, locale)
      const none = { reports: [], county: null }
      return <QuestionsPage {...{ locale, side: "town_officer", place, threads, filter, actions, ...none }} />
    }
    const asked = askedCounty(query.county)
    const { county } = await findRegion(desk, asked, installedCounty())
    if (!county) {
      const t = translate(locale, "ui")
      const words = { title: t("overview.noRegion"), words: t("overview.noRegionWords") }
      return <EmptyState {...words} href="/region" action={t("overview.chooseRegion")} />
    }
    const threads = await viewQuestions(desk, { countyCode: county.code }, locale)
    const reports = (await listCountyReports(desk, county.code))
      .filter(({ counts }) => counts)
      .map(({ townCode, year }) => ({ townCode, townName: townName(townCode, locale), year }))
      .sort((a, b) => b.year - a.year || a.townCode - b.townCode)
    const place = countyName(county.code, locale)
    return (
      <QuestionsPage
        {...{ locale, side: "reviewer", place, threads, filter, reports, actions, county: asked }}
      />
    )
  })
}
