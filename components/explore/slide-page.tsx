import type { Locale } from "@/catalogue/messages/messages"
import { translate } from "@/catalogue/translate"
import { ChartFrame } from "@/components/charts/chart-frame"
import { HeatScale } from "@/components/charts/heat-scale"
import type { ViewState } from "@/components/explore/build-view"
import { FitSlide } from "@/components/explore/fit-slide"
import { SlideKeys } from "@/components/explore/slide-keys"
import { StaticView } from "@/components/explore/view-chart"
import { FiguresView } from "@/components/tables/figures-view"
import { type ExploreState, exploreHref } from "@/statistics/explore-state"

type Props = {
  locale: Locale
  slide: { title: string | null; state: ExploreState }
  view: ViewState
  at: number
  count: number
  /** The saved views that are presented; none for a view by itself. */
  shown: readonly string[]
}

/** A view as a slide: as large as it fits, a bar below to go on, back and out, which keys and remotes do as well. */
export function SlidePage({ locale, slide, view, at, count, shown }: Props) {
  const t = translate(locale, "explore")
  const hrefOf = (to: number) =>
    shown.length === 0
      ? exploreHref(slide.state, "/present")
      : `/present?${shown.map((id) => `show=${id}`).join("&")}&at=${to}`
  const links = {
    first: at > 1 ? hrefOf(1) : null,
    before: at > 1 ? hrefOf(at - 1) : null,
    next: at < count ? hrefOf(at + 1) : null,
    last: at < count ? hrefOf(count) : null,
    out: exploreHref(slide.state),
  }
  return (
    <div className="flex h-dvh flex-col bg-paper">
      {slide.title === null || slide.title === view.frame.title ? (
        <h1 className="sr-only">{view.frame.title}</h1>
      ) : (
        <h1 className="px-[2vw] pt-[1vw] text-[max(1.5rem,2vw)] leading-tight font-semibold text-accent">
          {slide.title}
        </h1>
      )}
      <FitSlide key={`${at}/${view.frame.title}`}>
        <ChartFrame frame={view.frame} locale={locale} table={null}>
          {view.view === "table" ? (
            <FiguresView view={view} state={slide.state} isStill />
          ) : (
            <StaticView view={view} />
          )}
          {view.view === "heat" ? <HeatScale view={view} /> : null}
        </ChartFrame>
      </FitSlide>
      <SlideKeys
        {...{ links }}
        words={{
          place: t("present.place", { at, count }),
          before: t("present.before"),
          next: t("present.next"),
          full: t("present.full"),
          out: t("present.out"),
          keys: t("present.keys"),
        }}
      />
    </div>
  )
}
