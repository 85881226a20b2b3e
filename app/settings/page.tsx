import { one, type SearchParams } from "@/app/parse-address"
import { saveSettings } from "@/app/settings/actions"
import { withDesk } from "@/app/with-desk"
import { SettingsPage } from "@/components/account/settings-page"
import { viewSettings } from "@/services/change-settings"

export default function Page({ searchParams }: { searchParams: SearchParams }) {
  return withDesk("settings.change", async (desk, locale) => {
    const saved = one((await searchParams).done) !== null
    return (
      <SettingsPage locale={locale} settings={await viewSettings(desk)} saved={saved} action={saveSettings} />
    )
  })
}
