import { changeView, keepView } from "@/app/explore/actions"
import { drawThis } from "@/app/explore/draw-this"
import { keepMyTown, readMyTown } from "@/app/explore/my-town"
import type { SearchParams } from "@/app/parse-address"
import { findThisVisitor } from "@/app/visitor"
import { withDesk } from "@/app/with-desk"
import { translate } from "@/catalogue/translate"
import { findWriting } from "@/components/charts/draw-figure"
import { handOverExplore } from "@/components/explore/draw-explore"
import { ExploreSurface } from "@/components/explore/explore-surface"
import { SavedViews } from "@/components/explore/saved-views"
import { MineButton } from "@/components/explore/shown-view"
import { EmptyState } from "@/components/ui/empty-state"
import { viewSavedViews } from "@/services/view-saved-views"
import { parseExplore } from "@/statistics/parse-explore"

export default function Page({ searchParams }: { searchParams: SearchParams }) {
  return withDesk("figures.read", async (desk, locale) => {
    const { session } = await findThisVisitor()
    const [drawn, saved] = await Promise.all([
      drawThis(desk, parseExplore(await searchParams), locale),
      session ? viewSavedViews(desk) : null,
    ])
    const t = translate(locale, "explore")
    if (!drawn) {
      const words = {
        title: translate(locale, "ui")("overview.empty"),
        words: t("empty"),
        action: translate(locale, "ui")("nav.import"),
      }
      return <EmptyState {...words} href="/import" />
    }
    const own = saved && { saved, keepView, changeView }
    const mine = { remember: t("towns.remember"), forget: t("towns.forget") }
    return (
      <>
        <h1 className="sr-only">{t("title")}</h1>
        <ExploreSurface
          drawn={handOverExplore(drawn, await findWriting())}
          saved={own ? <SavedViews locale={locale} {...own} /> : null}
          mine={<MineButton kept={await readMyTown()} words={mine} keep={keepMyTown} />}
        />
      </>
    )
  })
}
