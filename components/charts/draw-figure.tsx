import { headers } from "next/headers"
import type { ReactElement } from "react"
import { AnsweringFigure, type DrawnFigure } from "@/components/charts/answering-figure"
import { type DrawnMarkup, handOver } from "@/components/charts/hand-over"

/** Markup as a page holds it. Pages are bundled as server components, where this import must not stand at the head of a file. */
export async function drawMarkup(element: ReactElement): Promise<DrawnMarkup> {
  const { renderToStaticMarkup } = await import("react-dom/server")
  return renderToStaticMarkup(element) as DrawnMarkup
}

/** Whether this page is written as HTML; false where a script of React's own asks for what it is made of. The site's own server
 * says so, as Next keeps it from pages. */
export async function isDocument(): Promise<boolean> {
  return (await headers()).get("x-fadu-document") === "1"
}

type Props = Omit<DrawnFigure, "html"> & { children: ReactElement }

/** A figure that the server draws as one text, and the browser makes answer. */
export async function Figure({ children, ...told }: Props) {
  const html = await drawMarkup(children)
  return <AnsweringFigure figure={{ ...told, html: (await isDocument()) ? handOver(html) : html }} />
}
