import { askedCounty, installedCounty, type SearchParams } from "@/app/parse-address"
import { publishAll } from "@/app/reports/actions"
import { withDesk } from "@/app/with-desk"
import { countyName } from "@/catalogue/place-name"
import { may } from "@/catalogue/role"
import { translate } from "@/catalogue/translate"
import { ReadyList } from "@/components/reports/ready-list"
import { ReportTable } from "@/components/reports/report-table"
import { EmptyState } from "@/components/ui/empty-state"
import { findRegion } from "@/services/find-region"
import { listCountyReports } from "@/services/list-county-reports"

export default function Page({ searchParams }: { searchParams: SearchParams }) {
  return withDesk("reports.read", async (desk, locale) => {
    const t = translate(locale, "ui")
    const { county } = await findRegion(desk, askedCounty((await searchParams).county), installedCounty())
    const reports = county ? await listCountyReports(desk, county.code) : []
    if (!county || reports.length === 0) {
      const words = { title: t("overview.empty"), words: t("overview.emptyWords"), action: t("nav.import") }
      return <EmptyState {...words} href="/import" />
    }
    return (
      <>
        <h1 className="text-xl font-semibold">
          {t("reports.title", { county: countyName(county.code, locale), count: reports.length })}
        </h1>
        {may(desk.actor.role, "reports.publish") ? (
          <ReadyList locale={locale} county={county.code} reports={reports} publishAll={publishAll} />
        ) : null}
        <ReportTable locale={locale} reports={reports} />
      </>
    )
  })
}
