import { loadExplore } from "@/app/explore/load-explore"
import type { SearchParams } from "@/app/parse-address"
import { withDesk } from "@/app/with-desk"
import { translate } from "@/catalogue/translate"
import { ExplorePage } from "@/components/explore/explore-page"
import { EmptyState } from "@/components/ui/empty-state"
import { spellTowns } from "@/services/spell-towns"
import { parseExplore } from "@/statistics/explore-state"

export default function Page({ searchParams }: { searchParams: SearchParams }) {
  return withDesk("figures.read", async (desk, locale) => {
    const state = parseExplore(await searchParams)
    const data = await loadExplore(desk, state)
    if (!data) {
      const words = {
        title: translate(locale, "ui")("overview.empty"),
        words: translate(locale, "explore")("empty"),
        action: translate(locale, "ui")("nav.import"),
      }
      return <EmptyState {...words} href="/import" />
    }
    return <ExplorePage {...{ locale, state, data, spelling: spellTowns(state.find) }} />
  })
}
