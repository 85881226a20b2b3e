"use client"

import { useRouter } from "next/navigation"
import { useEffect, useRef } from "react"
import type { MetricCode } from "@/catalogue/metric"
import { exploreHref, stateOf } from "@/statistics/explore-state"

/** The form offers no codes but the catalogue's. */
const isOffered = (code: string): code is MetricCode => code !== ""

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
      const state = stateOf(
        Object.fromEntries(names.map((name) => [name, data.getAll(name).map(String)])),
        isOffered,
      )
      router.replace(exploreHref(state), { scroll: false })
    }
    form.addEventListener("change", follow)
    return () => form.removeEventListener("change", follow)
  }, [router])
  return <span ref={place} hidden />
}
