import { changeView, keepView } from "@/app/explore/actions"
import { loadExplore } from "@/app/explore/load-explore"
import { keepMyTown, readMyTown } from "@/app/explore/my-town"
import type { SearchParams } from "@/app/parse-address"
import { findThisVisitor, ownAddress } from "@/app/visitor"
import { withDesk } from "@/app/with-desk"
import { translate } from "@/catalogue/translate"
import { ExplorePage } from "@/components/explore/explore-page"
import { EmptyState } from "@/components/ui/empty-state"
import { spellTowns } from "@/services/spell-towns"
import { viewSavedViews } from "@/services/view-saved-views"
import { parseExplore } from "@/statistics/parse-explore"

export default function Page({ searchParams }: { searchParams: SearchParams }) {
  return withDesk("figures.read", async (desk, locale) => {
    const state = parseExplore(await searchParams)
    const data = await loadExplore(desk, state, locale)
    if (!data) {
      const words = {
        title: translate(locale, "ui")("overview.empty"),
        words: translate(locale, "explore")("empty"),
        action: translate(locale, "ui")("nav.import"),
      }
      return <EmptyState {...words} href="/import" />
    }
    const { openReading, session } = await findThisVisitor()
    const saved = session ? { saved: await viewSavedViews(desk), keepView, changeView } : null
    const embed = openReading ? await ownAddress() : null
    const mine = { code: await readMyTown(), keep: keepMyTown }
    const spelling = spellTowns(state.find)
    return <ExplorePage {...{ locale, state, data, saved, embed, spelling, mine }} />
  })
}
