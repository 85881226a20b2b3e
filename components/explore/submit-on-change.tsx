"use client"

import { useRouter } from "next/navigation"
import { useEffect, useRef } from "react"
import { exploreHref, parseExplore } from "@/statistics/explore-state"

/** Makes the form around it take effect at once, without loading the page anew; without a script its button does. */
export function SubmitOnChange() {
  const place = useRef<HTMLSpanElement>(null)
  const router = useRouter()
  useEffect(() => {
    const form = place.current?.closest("form")
    if (!form) return
    const follow = () => {
      const data = new FormData(form)
      const names = [...new Set(data.keys())]
      const state = parseExplore(
        Object.fromEntries(names.map((name) => [name, data.getAll(name).map(String)])),
      )
      router.replace(exploreHref(state), { scroll: false })
    }
    form.addEventListener("change", follow)
    return () => form.removeEventListener("change", follow)
  }, [router])
  return <span ref={place} hidden />
}
