"use client"

import { useEffect } from "react"

/** Makes the place that the address names the page's target, also where the page was opened by a link within the site: the
 * browser marks and shows a target only when it follows the address itself. */
export function FollowHash() {
  useEffect(() => {
    if (location.hash && !document.querySelector(":target")) location.replace(location.href)
  }, [])
  return null
}
