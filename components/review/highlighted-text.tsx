import type { ReactNode } from "react"
import type { FreeNumber, Reading, ShownFinding } from "@/components/review/report"
import type { Section } from "@/extraction/report"

type Props = {
  text: string
  sections: readonly Section[]
  readings: readonly Reading[]
  findings: readonly ShownFinding[]
  numbers: readonly FreeNumber[]
}

type Place = { start: number; end: number; state: Reading["state"] | "finding" | "number" }

/** The report's text, exactly, with every reading, finding and unclaimed number marked where it stands; `#p<offset>` is the
 * address of a mark, `#h<offset>` of a heading. `data-start` says where a paragraph begins in the text. */
export function HighlightedText({ text, sections, readings, findings, numbers }: Props) {
  const places = withoutOverlap([
    ...readings.filter(({ origin }) => origin !== "source"),
    ...numbers.flatMap(({ start, end, isOpen }) =>
      isOpen ? [{ start, end, state: "number" as const }] : [],
    ),
    ...findings.flatMap(placeOf),
  ])
  const headings = new Set(sections.flatMap(({ heading }) => (heading ? [heading.trim()] : [])))
  const nodes: ReactNode[] = []
  let at = 0
  for (const line of text.split("\n")) {
    const end = at + line.length
    if (line.trim() !== "") {
      const inLine = places.filter((place) => place.start < end && place.end > at)
      const isHeading = headings.has(line.trim())
      nodes.push(
        <p
          key={at}
          id={isHeading ? `h${at}` : undefined}
          data-start={at}
          className={isHeading ? "mt-4 font-semibold" : "mt-2"}
        >
          {markLine(text, at, end, inLine)}
        </p>,
      )
    }
    at = end + 1
  }
  return <div className="max-w-prose break-words">{nodes}</div>
}

/** Pieces of one line: plain text and marks. A mark that began on an earlier line goes on without its address. */
function markLine(text: string, from: number, to: number, places: readonly Place[]): ReactNode[] {
  const nodes: ReactNode[] = []
  let at = from
  for (const place of places) {
    const start = Math.max(place.start, from)
    const end = Math.min(place.end, to)
    if (start > at) nodes.push(text.slice(at, start))
    nodes.push(
      <mark
        key={start}
        id={start === place.start ? `p${place.start}` : undefined}
        className="reading"
        data-state={place.state}
      >
        {text.slice(start, end)}
      </mark>,
    )
    at = end
  }
  if (at < to) nodes.push(text.slice(at, to))
  return nodes
}

function placeOf({ start, end }: ShownFinding): Place[] {
  return start === null || end === null ? [] : [{ start, end, state: "finding" }]
}

/** Marks in the order of the text. A mark within another one is left out; readings go before findings. */
function withoutOverlap(marks: readonly Place[]): Place[] {
  const kept: Place[] = []
  for (const { start, end, state } of marks) {
    if (kept.every((other) => other.end <= start || end <= other.start)) kept.push({ start, end, state })
  }
  return kept.sort((a, b) => a.start - b.start)
}
