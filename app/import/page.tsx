import { headers } from "next/headers"
import { withDesk } from "@/app/with-desk"
import { messages } from "@/catalogue/messages/messages"
import { translate } from "@/catalogue/translate"
import { ImportForm } from "@/components/import/import-form"
import { RecentImports } from "@/components/import/recent-imports"
import { viewImports } from "@/services/view-import"

export default function Page() {
  return withDesk("reports.import", async (desk, locale) => {
    const t = translate(locale, "ui")
    const nonce = (await headers()).get("x-fadu-nonce") ?? undefined
    return (
      <>
        <h1 className="text-xl font-semibold">{t("import.title")}</h1>
        <p className="mt-2 max-w-4xl">{t("import.words")}</p>
        <p className="mt-1 max-w-4xl text-sm text-ink-2">{t("import.formats")}</p>
        <noscript>
          <style nonce={nonce}>{".needs-script{display:none}"}</style>
          <form
            action="/import/upload"
            method="post"
            encType="multipart/form-data"
            className="mt-4 grid gap-2"
          >
            <input type="file" name="file" multiple required aria-label={t("import.choose")} />
            <button type="submit" className="button button-main justify-self-start">
              {t("import.send")}
            </button>
          </form>
        </noscript>
        <ImportForm words={messages[locale].ui.import} />
        <RecentImports locale={locale} imports={await viewImports(desk)} />
      </>
    )
  })
}
