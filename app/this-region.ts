import { cache } from "react"
import { installedCounty } from "@/app/parse-address"
import type { Desk } from "@/services/desk"
import { findRegion, type Region } from "@/services/find-region"

/** The region that a page is about, found once however often it is asked for. `asked` is the county that the address
 * names. */
export const findThisRegion = cache(
  (desk: Desk, asked: number | null): Promise<Region> => findRegion(desk, asked, installedCounty()),
)
