import { change, create } from "@/app/accounts/actions"
import { nameTowns } from "@/app/name-towns"
import { installedCounty, one, type SearchParams } from "@/app/parse-address"
import { withDesk } from "@/app/with-desk"
import { townsOfCounty } from "@/catalogue/divisions"
import { AccountsPage } from "@/components/account/accounts-page"
import { listAccounts } from "@/services/accounts/list-accounts"
import { findRegion } from "@/services/find-region"

export default function Page({ searchParams }: { searchParams: SearchParams }) {
  return withDesk("accounts.manage", async (desk, locale) => {
    const { county } = await findRegion(desk, null, installedCounty())
    const done = one((await searchParams).done)
    return (
      <AccountsPage
        locale={locale}
        accounts={await listAccounts(desk)}
        towns={county ? nameTowns(townsOfCounty(county.code), locale) : []}
        done={done === "created" || done === "saved" ? done : null}
        actions={{ create, change }}
      />
    )
  })
}
