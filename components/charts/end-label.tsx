import { ink, textSize } from "@/components/charts/ink"
import type { EndLabel as Label } from "@/components/charts/line-layout"

/** A line's name and last value, right of its end, around its own origin. */
export function EndLabel({ label }: { label: Label }) {
  return (
    <text
      x={12}
      y={5}
      fontSize={textSize.label}
      fontWeight={label.bold ? 700 : 400}
      fill={label.colour === ink.muted ? ink.soft : label.colour}
      data-end-label={label.townCode ?? ""}
    >
      {label.text}
    </text>
  )
}
