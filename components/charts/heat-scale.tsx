import { translate } from "@/catalogue/translate"
import type { HeatState } from "@/components/charts/heat"

/** The steps of a heat map's one hue, each with the values that it stands for. */
export function HeatScale({ view }: { view: HeatState }) {
  if (view.steps.length === 0) return null
  return (
    <ol
      aria-label={translate(view.locale, "explore")("heat.scale")}
      className="mt-4 flex list-none flex-wrap gap-1 p-0 text-sm"
    >
      {view.steps.map(({ shade, words }) => (
        <li
          key={shade}
          className="heat-step flex min-h-8 min-w-16 items-center justify-center px-2"
          data-shade={shade}
        >
          {words}
        </li>
      ))}
    </ol>
  )
}
