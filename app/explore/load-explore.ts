import { installedCounty } from "@/app/parse-address"
import { countyOf } from "@/catalogue/divisions"
import type { Desk } from "@/services/desk"
import { findRegion } from "@/services/find-region"
import { viewExplore } from "@/services/view-explore"
import { type ExploreData, metricsNeeded } from "@/statistics/explore-data"
import type { ExploreState } from "@/statistics/explore-state"

/** What a state draws from, of the county that it names, that its first town lies in, or that the office is of; null where
 * there is no report. */
export async function loadExplore(desk: Desk, state: ExploreState): Promise<ExploreData | null> {
  const town = [...state.towns, state.focus].find((pick) => typeof pick === "number")
  const ofTown = typeof town === "number" ? Math.floor(town / 1000) : null
  const asked = [state.county, ofTown].find((code) => code !== null && countyOf(code)) ?? null
  const { county } = await findRegion(desk, asked, installedCounty())
  return county && viewExplore(desk, county, metricsNeeded(state), state.asof)
}
