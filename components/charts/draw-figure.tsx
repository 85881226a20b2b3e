import { headers } from "next/headers"
import type { ReactElement } from "react"
import { AnsweringFigure, type ToldFigure } from "@/components/charts/answering-figure"
import { type DrawnMarkup, handOver, type Writing, withData } from "@/components/charts/hand-over"

/** Markup as a page holds it. Pages are bundled as server components, where this import must not stand at the head of a file. */
export async function drawMarkup(element: ReactElement): Promise<DrawnMarkup> {
  const { renderToStaticMarkup } = await import("react-dom/server")
  return renderToStaticMarkup(element) as DrawnMarkup
}

/** How this page is written. The site's own server says so, as Next keeps it from pages. */
export async function findWriting(): Promise<Writing> {
  const writing = (await headers()).get("x-fadu-document")
  return writing === "whole" || writing === "pieces" ? writing : null
}

/** A figure as markup, with what it says behind its drawing. */
export async function drawFigure(element: ReactElement, told: ToldFigure): Promise<DrawnMarkup> {
  return withData(await drawMarkup(element), told)
}

type Props = ToldFigure & { children: ReactElement }

/** A figure that the server draws as one text, and the browser makes answer. */
export async function Figure({ children, ...told }: Props) {
  const html = await drawFigure(children, told)
  return <AnsweringFigure html={handOver(html, await findWriting())} />
}
