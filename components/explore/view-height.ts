import { layoutBar } from "@/components/charts/bar-layout"
import { layoutChange } from "@/components/charts/change-layout"
import { layoutHeat } from "@/components/charts/heat-layout"
import { layoutLine } from "@/components/charts/line-layout"
import { multiplesHeight } from "@/components/charts/multiples-layout"
import { layoutScatter } from "@/components/charts/scatter-layout"
import { layoutSlope } from "@/components/charts/slope-layout"
import type { ViewState } from "@/components/explore/build-view"

/** How high a view's drawing is in px, at a width in px. The table view has none. */
export function viewHeight(view: ViewState, width: number): number {
  if (view.view === "line") return layoutLine(view).height
  if (view.view === "bar") return layoutBar(view).height
  if (view.view === "change")
    return view.shape === "slope" ? layoutSlope(view, () => "").height : layoutChange(view).height
  if (view.view === "heat") return layoutHeat(view).height
  if (view.view === "multiples") return multiplesHeight(view, width)
  return view.view === "scatter" ? layoutScatter(view).height : 0
}
