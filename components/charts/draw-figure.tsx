import { headers } from "next/headers"
import type { ReactElement } from "react"
import { AnsweringFigure, type DrawnFigure, type ToldFigure } from "@/components/charts/answering-figure"
import { type DrawnMarkup, handOver, withData } from "@/components/charts/hand-over"

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

/** A figure handed over: for a page that is written as HTML in this request. */
export function handOverFigure({ html, told }: DrawnFigure): DrawnFigure {
  return { html: handOver(withData(html, told)), told: null }
}

type Props = ToldFigure & { children: ReactElement }

/** A figure that the server draws as one text, and the browser makes answer. */
export async function Figure({ children, ...told }: Props) {
  const figure = { html: await drawMarkup(children), told }
  return <AnsweringFigure figure={(await isDocument()) ? handOverFigure(figure) : figure} />
}
