import { nameTowns } from "@/app/name-towns"
import { installedCounty } from "@/app/parse-address"
import { countyOf } from "@/catalogue/divisions"
import type { Locale } from "@/catalogue/messages/messages"
import type { County } from "@/catalogue/town"
import type { Desk } from "@/services/desk"
import { findRegion } from "@/services/find-region"
import { viewExplore } from "@/services/view-explore"
import { type ExploreData, metricsNeeded } from "@/statistics/explore-data"
import type { ExploreState } from "@/statistics/explore-state"

/** The county of a state: the one that it names, that its first town lies in, or that the office is of; null where there is
 * none. */
export async function countyOfState(desk: Desk, state: ExploreState): Promise<County | null> {
  const town = [...state.towns, state.focus].find((pick) => typeof pick === "number")
  const ofTown = typeof town === "number" ? Math.floor(town / 1000) : null
  const asked = [state.county, ofTown].find((code) => code !== null && countyOf(code)) ?? null
  return (await findRegion(desk, asked, installedCounty())).county
}

/** What a state draws from, towns named in the reader's language; null where there is no report. */
export async function loadExplore(
  desk: Desk,
  state: ExploreState,
  locale: Locale,
  county?: County,
): Promise<ExploreData | null> {
  const own = county ?? (await countyOfState(desk, state))
  const data = own && (await viewExplore(desk, own, metricsNeeded(state), state.asof))
  return data && { ...data, towns: nameTowns(data.towns, locale) }
}
