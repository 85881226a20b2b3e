"use client"

import { useEffect, useState } from "react"

type Props = {
  address: string
  version: number
  /** `{page}` and `{pages}` stand for the numbers. */
  words: { show: string; page: string; next: string; back: string; failed: string }
}

/** The original's pages as pictures, one at a time, to hold against the text. */
export function OriginalPages({ address, version, words }: Props) {
  const [isOpen, setOpen] = useState(false)
  const [page, setPage] = useState(1)
  const [pages, setPages] = useState(1)
  const [picture, setPicture] = useState<string | null>(null)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    if (!isOpen) return
    let shown: string | null = null
    let stopped = false
    const load = async () => {
      const response = await fetch(`${address}/${page}?version=${version}`).catch(() => null)
      if (stopped) return
      setFailed(!response?.ok)
      if (!response?.ok) return
      setPages(Number(response.headers.get("x-pages") ?? 1))
      shown = URL.createObjectURL(await response.blob())
      setPicture(shown)
    }
    load()
    return () => {
      stopped = true
      if (shown) URL.revokeObjectURL(shown)
    }
  }, [isOpen, address, version, page])
  const turn = (by: 1 | -1) => setPage((now) => Math.min(pages, Math.max(1, now + by)))
  const line = words.page.replace("{page}", String(page)).replace("{pages}", String(pages))
  return (
    <details className="no-print mb-2 text-sm" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="min-h-10 cursor-pointer py-2">{words.show}</summary>
      {failed ? <p role="alert">{words.failed}</p> : null}
      {isOpen && !failed ? (
        <>
          <div className="flex items-center gap-2 py-1">
            <button type="button" className="button" disabled={page <= 1} onClick={() => turn(-1)}>
              {words.back}
            </button>
            <span aria-live="polite">{line}</span>
            <button type="button" className="button" disabled={page >= pages} onClick={() => turn(1)}>
              {words.next}
            </button>
          </div>
          {/* biome-ignore lint/performance/noImgElement: drawn on demand, for this person only */}
          {picture ? <img src={picture} alt={line} className="w-full border border-line" /> : null}
        </>
      ) : null}
    </details>
  )
}
