import { notFound } from "next/navigation"
import { nameTowns } from "@/app/name-towns"
import { askedCounty, installedCounty, type SearchParams } from "@/app/parse-address"
import { withDesk } from "@/app/with-desk"
import { townsOfCounty } from "@/catalogue/divisions"
import { isMetricCode, metricOf } from "@/catalogue/metric"
import { MetricPage } from "@/components/metrics/metric-page"
import { findRegion } from "@/services/find-region"
import { viewSeries, yearsHeld } from "@/services/view-explore"

type Props = { params: Promise<{ code: string }>; searchParams: SearchParams }

export default function Page({ params, searchParams }: Props) {
  return withDesk("figures.read", async (desk, locale) => {
    const { code } = await params
    if (!isMetricCode(code)) notFound()
    const { county } = await findRegion(desk, askedCounty((await searchParams).county), installedCounty())
    const years = county && (await yearsHeld(desk, county.code))
    const query = county &&
      years && { countyCode: county.code, metrics: [code], towns: [], years, sentences: true }
    const series = query ? await viewSeries(desk, query) : []
    const names = new Map(
      nameTowns(county ? townsOfCounty(county.code) : [], locale).map((town) => [town.code, town.name]),
    )
    return <MetricPage {...{ locale, metric: metricOf(code), county, series, names, years }} />
  })
}
