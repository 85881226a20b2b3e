import { loadExplore } from "@/app/explore/load-explore"
import { type SearchParams, whole } from "@/app/parse-address"
import { withDesk } from "@/app/with-desk"
import { translate } from "@/catalogue/translate"
import { buildView } from "@/components/explore/build-view"
import { SlidePage } from "@/components/explore/slide-page"
import { EmptyState } from "@/components/ui/empty-state"
import { viewSavedViews } from "@/services/view-saved-views"
import { parseAddress, parseExplore } from "@/statistics/parse-explore"

/** One view after the other, as large as the screen allows: the person's saved views that `show` names, in their order, or the
 * single view that the address is. `at` counts from 1. */
export default function Page({ searchParams }: { searchParams: SearchParams }) {
  return withDesk("figures.read", async (desk, locale) => {
    const params = await searchParams
    const shown = [params.show ?? []].flat()
    const kept = shown.length === 0 ? [] : await viewSavedViews(desk)
    const slides =
      shown.length === 0
        ? [{ title: null, state: parseExplore(params) }]
        : kept
            .filter(({ id }) => shown.includes(id))
            .map(({ title, address }) => ({ title, state: parseAddress(address) }))
    const at = Math.min(Math.max(1, whole(params.at) ?? 1), slides.length)
    const slide = slides[at - 1]
    const data = slide ? await loadExplore(desk, slide.state, locale) : null
    if (!slide || !data) {
      const t = translate(locale, "explore")
      const words = { title: t("present.nothing"), words: t("present.nothingWords"), action: t("title") }
      return (
        <div className="p-8">
          <EmptyState {...words} href="/explore" />
        </div>
      )
    }
    const view = buildView(slide.state, data, locale)
    return <SlidePage {...{ locale, slide, view, at, shown }} count={slides.length} />
  })
}
