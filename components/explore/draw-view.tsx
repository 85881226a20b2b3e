import type { ViewState } from "@/components/explore/build-view"
import { ViewFile } from "@/components/explore/view-file"

/** The width of a drawing that is taken away, in px: across a slide or a sheet of paper. */
const fileWidth = 1000

/** A view as the text of an SVG file, its colours written out: outside of a page there are no custom properties. */
export async function drawView(
  view: Exclude<ViewState, { view: "table" }>,
  foot: readonly string[],
): Promise<string> {
  // Routes are bundled as server components, where this import must not stand at the head of the file.
  const { renderToStaticMarkup } = await import("react-dom/server")
  const markup = renderToStaticMarkup(<ViewFile view={view} width={fileWidth} foot={foot} />)
  return markup.replace(/var\(--[\w-]+, ?(#[0-9a-f]+)\)/g, "$1")
}
