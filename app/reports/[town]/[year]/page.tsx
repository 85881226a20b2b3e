import { notFound } from "next/navigation"
import { type SearchParams, whole } from "@/app/parse-address"
import { acceptAll, chooseThis, decide } from "@/app/reports/[town]/[year]/actions"
import { withDesk } from "@/app/with-desk"
import { ReportPage } from "@/components/review/report-page"
import { viewReport } from "@/services/view-report"

type Props = { params: Promise<{ town: string; year: string }>; searchParams: SearchParams }

export default function Page({ params, searchParams }: Props) {
  return withDesk(async (desk, locale) => {
    const { town, year } = await params
    const { version } = await searchParams
    const view = await viewReport(desk, whole(town) ?? 0, whole(year) ?? 0, whole(version), locale)
    if (!view) notFound()
    return <ReportPage locale={locale} report={view} actions={{ decide, acceptAll, chooseThis }} />
  })
}
