"use client"

import { useRouter } from "next/navigation"
import { useEffect } from "react"

const everyMs = 1500

/** Draws the page anew while something is still going on. Without a script the page has a link for it. */
export function RefreshWhile({ open }: { open: boolean }) {
  const router = useRouter()
  useEffect(() => {
    if (!open) return
    const timer = setInterval(() => router.refresh(), everyMs)
    return () => clearInterval(timer)
  }, [open, router])
  return null
}
