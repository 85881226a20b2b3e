import { nameTowns } from "@/app/name-towns"
import { installedCounty } from "@/app/parse-address"
import { countyOf } from "@/catalogue/divisions"
import type { Locale } from "@/catalogue/messages/messages"
import type { County } from "@/catalogue/town"
import type { Desk } from "@/services/desk"
import { findRegion, type Region } from "@/services/find-region"
import { viewExplore } from "@/services/view-explore"
import { type ExploreData, metricsNeeded } from "@/statistics/explore-data"
import type { ExploreState } from "@/statistics/explore-state"

/** The region of a state: of the county that it names, that its first town lies in, or that the office is of. */
export function regionOfState(desk: Desk, state: ExploreState): Promise<Region> {
  const town = [...state.towns, state.focus].find((pick) => typeof pick === "number")
  const ofTown = typeof town === "number" ? Math.floor(town / 1000) : null
  const asked = [state.county, ofTown].find((code) => code !== null && countyOf(code)) ?? null
  return findRegion(desk, asked, installedCounty())
}

/** What a state draws from, towns named in the reader's language; null where there is no report. */
export async function loadExplore(
  desk: Desk,
  state: ExploreState,
  locale: Locale,
  county?: County,
): Promise<ExploreData | null> {
  const own = county ?? (await regionOfState(desk, state)).county
  const data = own && (await viewExplore(desk, own, metricsNeeded(state), state.asof))
  return data && { ...data, towns: nameTowns(data.towns, locale) }
}
