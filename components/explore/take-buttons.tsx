"use client"

import { useEffect, useState } from "react"

type Words = Readonly<Record<"copy" | "copied" | "print" | "link" | "linkCopied", string>>

const look = "inline-flex min-h-10 items-center text-accent hover:underline"

/** Copying and printing, which need a script. A table goes into the clipboard as HTML and as tab-separated text, so that WPS,
 * Excel and Word take it as a table. */
export function TakeButtons({ words }: { words: Words }) {
  const [said, setSaid] = useState("")
  const [isReady, setReady] = useState(false)
  useEffect(() => setReady(true), [])
  if (!isReady) return null
  const copyTable = async () => {
    const table = document.querySelector<HTMLTableElement>("#content figure table")
    if (!table) return
    const text = [...table.rows]
      .map((row) => [...row.cells].map((cell) => (cell.textContent ?? "").trim()).join("\t"))
      .join("\n")
    const html = `<table>${[...table.rows].map((row) => `<tr>${[...row.cells].map((cell) => `<td>${escapeText((cell.textContent ?? "").trim())}</td>`).join("")}</tr>`).join("")}</table>`
    const item = new ClipboardItem({
      "text/plain": new Blob([text], { type: "text/plain" }),
      "text/html": new Blob([html], { type: "text/html" }),
    })
    await navigator.clipboard.write([item])
    setSaid(words.copied)
  }
  const copyLink = async () => {
    await navigator.clipboard.writeText(location.href)
    setSaid(words.linkCopied)
  }
  // The clipboard is open to pages of a secure origin only; on plain http in the office's net there is nothing to offer.
  const mayCopy = window.isSecureContext && "clipboard" in navigator
  return (
    <>
      {mayCopy ? (
        <>
          <button type="button" className={look} onClick={copyTable}>
            {words.copy}
          </button>
          <button type="button" className={look} onClick={copyLink}>
            {words.link}
          </button>
        </>
      ) : null}
      <button type="button" className={look} onClick={() => print()}>
        {words.print}
      </button>
      <span role="status" className="inline-flex min-h-10 items-center text-ink-2">
        {said}
      </span>
    </>
  )
}

function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;")
}
