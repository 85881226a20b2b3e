/** Takes one request of somebody's budget: 0 where there was one left, else in how many seconds there will be. */
export type Budget = (address: string, nowMs: number) => number

/** So many addresses are remembered; the one that was quiet for longest is forgotten first. */
const mostAddresses = 10_000

/** A bucket of tokens an address: it holds `perMinute` requests and fills evenly. 0 sets no limit. */
export function openBudget(perMinute: number): Budget {
  const buckets = new Map<string, { tokens: number; at: number }>()
  return (address, nowMs) => {
    if (perMinute === 0) return 0
    const key = networkOf(address)
    const { tokens, at } = buckets.get(key) ?? { tokens: perMinute, at: nowMs }
    const filled = Math.min(perMinute, tokens + (Math.max(0, nowMs - at) * perMinute) / 60_000)
    buckets.delete(key)
    buckets.set(key, { tokens: filled >= 1 ? filled - 1 : filled, at: nowMs })
    if (buckets.size > mostAddresses) buckets.delete(buckets.keys().next().value ?? "")
    return filled >= 1 ? 0 : Math.ceil(((1 - filled) * 60) / perMinute)
  }
}

/** An IPv4 address, or the /64 network of an IPv6 one: whoever has one address there has all of them. */
export function networkOf(address: string): string {
  if (!address.includes(":")) return address
  const [head = "", tail] = address.split("%")[0]?.split("::") ?? []
  const before = head.split(":").filter(Boolean)
  const after = tail?.split(":").filter(Boolean) ?? []
  const zeros = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => "0")
  const groups = tail === undefined ? before : [...before, ...zeros, ...after]
  return groups
    .slice(0, 4)
    .map((group) => group.toLowerCase().replace(/^0+(?=.)/, ""))
    .join(":")
}
