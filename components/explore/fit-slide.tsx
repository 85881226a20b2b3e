"use client"

import { type ReactNode, useLayoutEffect, useRef } from "react"

const [least, most] = [0.8, 6]
const steps = 9

/** Enlarges what it holds until it fills the height that is left, by CSS zoom, found by halving; without a script the style
 * sheet's enlargement by the screen's width stays, and what does not fit scrolls. */
export function FitSlide({ children }: { children: ReactNode }) {
  const frame = useRef<HTMLDivElement>(null)
  const slide = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const enlarge = () => {
      const [outer, inner] = [frame.current, slide.current]
      if (!outer || !inner) return
      let [low, high] = [least, most]
      for (let step = 0; step < steps; step += 1) {
        const middle = (low + high) / 2
        inner.style.zoom = String(middle)
        const fits = outer.scrollHeight <= outer.clientHeight && outer.scrollWidth <= outer.clientWidth
        if (fits) low = middle
        else high = middle
      }
      inner.style.zoom = String(low)
      outer.focus({ preventScroll: true })
    }
    enlarge()
    addEventListener("resize", enlarge)
    return () => removeEventListener("resize", enlarge)
  }, [])
  return (
    <div ref={frame} className="min-h-0 flex-1 overflow-auto" tabIndex={-1}>
      <div ref={slide} className="slide px-6 py-3">
        {children}
      </div>
    </div>
  )
}
