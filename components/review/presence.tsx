"use client"

import { useRouter } from "next/navigation"
import { useEffect, useState } from "react"

type Props = { address: string; events: number; words: string }

const everySeconds = 10

/** Tells the site that this report is open here, and says who else has it open; when they change something, the page is
 * drawn anew, and what is being typed stays. `{names}` in `words` stands for them. */
export function Presence({ address, events, words }: Props) {
  const router = useRouter()
  const [others, setOthers] = useState<readonly string[]>([])
  useEffect(() => {
    let stopped = false
    const meet = async () => {
      if (document.visibilityState === "hidden") return
      const response = await fetch(address, { method: "POST", cache: "no-store" }).catch(() => null)
      if (stopped || !response?.ok) return
      const met = (await response.json()) as { others: string[]; events: number }
      setOthers(met.others)
      if (met.events !== events) router.refresh()
    }
    meet()
    const timer = setInterval(meet, everySeconds * 1000)
    return () => {
      stopped = true
      clearInterval(timer)
    }
  }, [address, events, router])
  return (
    <p role="status" className={others.length > 0 ? "mt-2 text-warn" : "sr-only"}>
      {others.length > 0 ? words.replace("{names}", others.join("、")) : ""}
    </p>
  )
}
