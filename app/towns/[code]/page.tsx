import { notFound } from "next/navigation"
import { nameTowns } from "@/app/name-towns"
import { whole } from "@/app/parse-address"
import { withDesk } from "@/app/with-desk"
import { TownPage } from "@/components/towns/town-page"
import { viewTown } from "@/services/view-town"

export default function Page({ params }: { params: Promise<{ code: string }> }) {
  return withDesk("figures.read", async (desk, locale) => {
    const view = await viewTown(desk, whole((await params).code) ?? 0, locale)
    if (!view) notFound()
    const [town = view.town] = nameTowns([view.town], locale)
    return <TownPage locale={locale} view={{ ...view, town }} original={view.town.name} />
  })
}
