"use client"

import { useRouter } from "next/navigation"
import { useEffect, useRef } from "react"
import { type DrawnMarkup, takeMarkup } from "@/components/charts/hand-over"

/** Markup that React knows as one text: neither the first load nor a change compares what is in it. */
export function Markup({ html }: { html: DrawnMarkup }) {
  const place = useRef<HTMLDivElement>(null)
  const router = useRouter()
  const text = takeMarkup(html)
  useEffect(() => {
    // React had to write the page anew, without what was handed over: asked again, it comes with it.
    if (html !== text && !place.current?.hasChildNodes()) router.refresh()
  }, [html, text, router])
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the server's own markup, which React has escaped
  return <div ref={place} dangerouslySetInnerHTML={{ __html: text }} suppressHydrationWarning />
}
