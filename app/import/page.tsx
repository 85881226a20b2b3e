import { installedCounty } from "@/app/parse-address"
import { withDesk } from "@/app/with-desk"
import { townsOfCounty } from "@/catalogue/divisions"
import { messages } from "@/catalogue/messages/messages"
import { translate } from "@/catalogue/translate"
import { ImportForm } from "@/components/import/import-form"
import { findRegion } from "@/services/find-region"

export default function Page() {
  return withDesk(async (desk, locale) => {
    const t = translate(locale, "ui")
    const region = await findRegion(desk, null, installedCounty())
    const county = region.county?.code ?? null
    return (
      <>
        <h1 className="text-xl font-semibold">{t("import.title")}</h1>
        <p className="mt-2 max-w-prose">{t("import.words")}</p>
        <noscript>
          <p className="mt-2 text-warn">{t("import.noScript")}</p>
        </noscript>
        <ImportForm
          words={messages[locale].ui.import}
          towns={county === null ? [] : townsOfCounty(county).map(({ code, name }) => ({ code, name }))}
        />
      </>
    )
  })
}
