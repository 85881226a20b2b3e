import { nameTowns } from "@/app/name-towns"
import { askedCounty, installedCounty, type SearchParams, whole } from "@/app/parse-address"
import { withDesk } from "@/app/with-desk"
import { translate } from "@/catalogue/translate"
import { OverviewPage } from "@/components/overview/overview-page"
import { EmptyState } from "@/components/ui/empty-state"
import { findRegion } from "@/services/find-region"
import { viewOverview } from "@/services/view-overview"

export default function Page({ searchParams }: { searchParams: SearchParams }) {
  return withDesk("figures.read", async (desk, locale) => {
    const params = await searchParams
    const t = translate(locale, "ui")
    const region = await findRegion(desk, askedCounty(params.county), installedCounty())
    if (!region.county) {
      const words = {
        title: t("overview.noRegion"),
        words: t("overview.noRegionWords"),
        action: t("overview.chooseRegion"),
      }
      return <EmptyState {...words} href="/region" />
    }
    const overview = await viewOverview(desk, region.county.code, whole(params.year))
    if (!overview) {
      const words = { title: t("overview.empty"), words: t("overview.emptyWords"), action: t("nav.import") }
      return <EmptyState {...words} href="/import" />
    }
    const names = nameTowns(
      overview.towns.map(({ town }) => town),
      locale,
    )
    const towns = overview.towns.map((row, index) => ({ ...row, town: names[index] ?? row.town }))
    const { county, choices } = region
    return <OverviewPage {...{ locale, county, choices }} overview={{ ...overview, towns }} />
  })
}
