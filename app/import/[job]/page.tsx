import { notFound } from "next/navigation"
import { answer } from "@/app/import/[job]/actions"
import { nameTowns } from "@/app/name-towns"
import { withDesk } from "@/app/with-desk"
import { townsOfCounty } from "@/catalogue/divisions"
import { ImportPage } from "@/components/import/import-page"
import { viewImport } from "@/services/view-import"

export default function Page({ params }: { params: Promise<{ job: string }> }) {
  return withDesk("reports.import", async (desk, locale) => {
    const shown = await viewImport(desk, (await params).job, locale)
    if (!shown) notFound()
    const towns = shown.region === null ? [] : nameTowns(townsOfCounty(shown.region), locale)
    const listed = towns.map(({ code, name }) => ({ code, name }))
    return <ImportPage locale={locale} shown={shown} towns={listed} answer={answer} />
  })
}
