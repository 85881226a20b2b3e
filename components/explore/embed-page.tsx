import type { Locale } from "@/catalogue/messages/messages"
import { translate } from "@/catalogue/translate"
import type { ViewState } from "@/components/explore/build-view"
import { ViewChart } from "@/components/explore/view-chart"
import { type ExploreState, exploreHref } from "@/statistics/explore-state"

type Props = { locale: Locale; state: ExploreState; view: ViewState; isDemonstration: boolean }

/** A chart by itself, with all that it has to say of itself and the way to where it comes from. */
export function EmbedPage({ locale, state, view, isDemonstration }: Props) {
  const t = translate(locale, "explore")
  return (
    <div lang={locale === "zh" ? "zh-CN" : "en"} className="bg-sheet p-4">
      <h1 className="sr-only">{view.frame.title}</h1>
      <ViewChart {...{ locale, view, state }} isStill />
      <p className="mt-2 flex flex-wrap gap-x-4 border-t border-line pt-2 text-sm text-ink-2">
        {isDemonstration ? <strong className="text-warn">{t("file.demo")}</strong> : null}
        <a
          href={exploreHref(state)}
          target="_blank"
          rel="noopener"
          className="inline-flex min-h-10 items-center"
        >
          {t("embed.back")}
        </a>
      </p>
    </div>
  )
}
