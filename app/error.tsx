"use client"

import { useEffect, useState } from "react"
import en from "@/catalogue/messages/en/error.json"
import zh from "@/catalogue/messages/zh/error.json"

/** What a page shows when it failed for a reason of its own: nothing was changed, try again. */
export default function PageError({ reset }: { error: Error; reset: () => void }) {
  const [locale, setLocale] = useState("zh")
  useEffect(() => setLocale(document.documentElement.lang === "en" ? "en" : "zh"), [])
  const words = locale === "en" ? en : zh
  return (
    <section role="alert" className="sheet mx-auto my-8 max-w-2xl">
      <h1 className="text-xl font-semibold">{words.title}</h1>
      <p className="mt-2">{words.kept}</p>
      <button type="button" className="button button-main mt-4" onClick={reset}>
        {words.retry}
      </button>
    </section>
  )
}
