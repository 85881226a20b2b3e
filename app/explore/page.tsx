import { installedCounty, type SearchParams } from "@/app/parse-address"
import { withDesk } from "@/app/with-desk"
import { countyOf, townsOfCounty } from "@/catalogue/divisions"
import { translate } from "@/catalogue/translate"
import { ExplorePage } from "@/components/explore/explore-page"
import { EmptyState } from "@/components/ui/empty-state"
import { findRegion } from "@/services/find-region"
import { viewSeries, yearsHeld } from "@/services/view-explore"
import { parseExplore, resolveYears } from "@/statistics/explore-state"

export default function Page({ searchParams }: { searchParams: SearchParams }) {
  return withDesk("figures.read", async (desk, locale) => {
    const state = parseExplore(await searchParams)
    const t = translate(locale, "ui")
    const ofTowns = state.towns[0] === undefined ? null : Math.floor(state.towns[0] / 1000)
    const asked = [state.county, ofTowns].find((code) => code !== null && countyOf(code)) ?? null
    const { county } = await findRegion(desk, asked, installedCounty())
    const held = county && (await yearsHeld(desk, county.code))
    if (!county || !held) {
      const words = { title: t("overview.empty"), words: t("explore.empty"), action: t("nav.import") }
      return <EmptyState {...words} href="/import" />
    }
    const years = resolveYears(state, held)
    const all = townsOfCounty(county.code)
    const towns = state.towns.filter((code) => all.some((town) => town.code === code))
    const query = { countyCode: county.code, metrics: [state.metric], towns, years }
    const series = await viewSeries(desk, query)
    return (
      <ExplorePage
        locale={locale}
        state={{ ...state, towns }}
        county={county}
        towns={all}
        held={held}
        years={years}
        series={series}
      />
    )
  })
}
