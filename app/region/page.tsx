import { redirect } from "next/navigation"
import { installedCounty, one, type SearchParams } from "@/app/parse-address"
import { openDesk, withDesk } from "@/app/with-desk"
import { RegionPage } from "@/components/region/region-page"
import { findCounties } from "@/services/find-counties"
import { findRegion } from "@/services/find-region"
import { setRegion } from "@/services/set-region"

async function choose(form: FormData) {
  "use server"
  await setRegion(await openDesk(), Number(form.get("county")))
  redirect("/")
}

export default function Page({ searchParams }: { searchParams: SearchParams }) {
  return withDesk("region.set", async (desk, locale) => {
    const query = one((await searchParams).query)?.trim() ?? ""
    const { county, choices } = await findRegion(desk, null, installedCounty())
    return (
      <RegionPage {...{ locale, query, county, choices, choose }} found={query ? findCounties(query) : []} />
    )
  })
}
