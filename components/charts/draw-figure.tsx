import type { ReactElement } from "react"
import { AnsweringFigure, type DrawnFigure } from "@/components/charts/answering-figure"
import type { DrawnMarkup } from "@/components/charts/hand-over"

/** Markup as a page holds it. Pages are bundled as server components, where this import must not stand at the head of a file. */
export async function drawMarkup(element: ReactElement): Promise<DrawnMarkup> {
  const { renderToStaticMarkup } = await import("react-dom/server")
  return renderToStaticMarkup(element) as DrawnMarkup
}

type Props = Omit<DrawnFigure, "html"> & { children: ReactElement }

/** A figure that the server draws as one text, and the browser makes answer. */
export async function Figure({ children, ...told }: Props) {
  return <AnsweringFigure figure={{ ...told, html: await drawMarkup(children) }} />
}
