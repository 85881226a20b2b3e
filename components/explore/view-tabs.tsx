import type { Locale } from "@/catalogue/messages/messages"
import { translate } from "@/catalogue/translate"
import { type ExploreState, type ExploreView, exploreHref, exploreViews } from "@/statistics/explore-state"
import { withView } from "@/statistics/explore-years"

/** The views that 长者模式 offers. */
const plainViews: ReadonlySet<ExploreView> = new Set(["line", "bar", "table"])

/** The views of a state as tabs, and the way to the metric's definition. */
export function ViewTabs({ locale, state, county }: { locale: Locale; state: ExploreState; county: number }) {
  const t = translate(locale, "explore")
  return (
    <nav aria-label={t("views")} className="no-print mt-4 flex flex-wrap gap-x-1 border-b border-line">
      {exploreViews.map((to) => (
        <a
          key={to}
          href={exploreHref(withView(state, to))}
          aria-current={to === state.view ? "page" : undefined}
          className={`flex min-h-10 items-center border-b-2 px-3 no-underline ${plainViews.has(to) || to === state.view ? "" : "elder:hidden"} ${to === state.view ? "border-accent font-semibold text-accent" : "border-transparent text-ink"}`}
        >
          {t(`view.${to}`)}
        </a>
      ))}
      <a
        href={`/metrics/${state.metric}?county=${county}`}
        className="ml-auto flex min-h-10 items-center px-2 text-sm"
      >
        {t("definition")}
      </a>
    </nav>
  )
}
