export type Direction = "left" | "right" | "up" | "down"
type Box = { left: number; top: number; width: number; height: number }

/** How much a step aside counts against a step ahead. */
const aside = 3

/** Which of these boxes lies next in a direction from one of them, by its index, or null at the edge: ahead counts, aside
 * counts threefold, so that a row or a column is followed to its end. */
export function nearestMark(boxes: readonly Box[], from: number, direction: Direction): number | null {
  const start = boxes[from]
  if (!start) return null
  const centre = (box: Box) => ({ x: box.left + box.width / 2, y: box.top + box.height / 2 })
  const here = centre(start)
  let best: { index: number; cost: number } | null = null
  for (const [index, box] of boxes.entries()) {
    const there = centre(box)
    const [x, y] = [there.x - here.x, there.y - here.y]
    const ahead = { left: -x, right: x, up: -y, down: y }[direction]
    const across = direction === "left" || direction === "right" ? y : x
    if (index === from || ahead <= 0.5) continue
    const cost = ahead + aside * Math.abs(across)
    if (!best || cost < best.cost) best = { index, cost }
  }
  return best?.index ?? null
}
