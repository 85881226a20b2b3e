"use client"

import { type DrawnMarkup, takeMarkup } from "@/components/charts/hand-over"

/** Markup that React knows as one text: neither the first load nor a change compares what is in it. */
export function Markup({ html }: { html: DrawnMarkup }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the server's own markup, which React has escaped
  return <div dangerouslySetInnerHTML={{ __html: takeMarkup(html) }} suppressHydrationWarning />
}
