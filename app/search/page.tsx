import { loadExplore } from "@/app/explore/load-explore"
import { nameTowns } from "@/app/name-towns"
import { one, type SearchParams } from "@/app/parse-address"
import { withDesk } from "@/app/with-desk"
import { translate } from "@/catalogue/translate"
import { SearchPage } from "@/components/explore/search-page"
import { EmptyState } from "@/components/ui/empty-state"
import { understandQuestion } from "@/services/understand-question"
import { type ExploreState, exploreDefaults } from "@/statistics/explore-state"

const longest = 80

export default function Page({ searchParams }: { searchParams: SearchParams }) {
  return withDesk("figures.read", async (desk, locale) => {
    const query = (one((await searchParams).q) ?? "").trim().slice(0, longest)
    const plain = await loadExplore(desk, exploreDefaults, "zh")
    if (!plain) {
      const words = {
        title: translate(locale, "ui")("overview.empty"),
        words: translate(locale, "explore")("empty"),
        action: translate(locale, "ui")("nav.import"),
      }
      return <EmptyState {...words} href="/import" />
    }
    const understood = understandQuestion(query, plain.towns)
    const found = { ...understood, towns: nameTowns(understood.towns, locale) }
    const [metric] = found.metrics
    const [town] = found.towns
    const year = found.year ?? "latest"
    const state: ExploreState | null = metric
      ? {
          ...exploreDefaults,
          metric,
          focus: town?.code ?? null,
          ...(town ? { view: "line" } : { view: "bar", from: year, to: year }),
        }
      : null
    const data = state ? await loadExplore(desk, state, locale) : plain
    return <SearchPage {...{ locale, query, found, state }} data={data ?? plain} />
  })
}
