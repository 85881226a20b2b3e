import { loadExplore, regionOfState } from "@/app/explore/load-explore"
import { readMyTown } from "@/app/explore/my-town"
import { findThisVisitor, ownAddress } from "@/app/visitor"
import type { Locale } from "@/catalogue/messages/messages"
import { drawExplore } from "@/components/explore/draw-explore"
import type { DrawnExplore } from "@/components/explore/explore-surface"
import type { Desk } from "@/services/desk"
import { keepDrawn } from "@/services/keep-drawn"
import { spellTowns } from "@/services/spell-towns"
import { type ExploreState, exploreHref } from "@/statistics/explore-state"

/** A state of `/explore` drawn for whoever asks; null where there is no report. */
export async function drawThis(
  desk: Desk,
  state: ExploreState,
  locale: Locale,
): Promise<DrawnExplore | null> {
  const { county, revision } = await regionOfState(desk, state)
  if (!county) return null
  const { openReading } = await findThisVisitor()
  const embed = openReading ? await ownAddress() : null
  const mine = await readMyTown()
  const key = [exploreHref(state), locale, mine, embed]
  return keepDrawn(desk, county.code, revision, key, async () => {
    const data = await loadExplore(desk, state, locale, county)
    return data && drawExplore({ locale, state, data, spelling: spellTowns(state.find), mine, embed })
  })
}
