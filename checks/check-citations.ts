import { type Policy, policies } from "@/catalogue/policies"
import { type CheckFunction, evidenceAt } from "@/checks/checked-report"
import type { Finding } from "@/checks/finding"

/** Words around a citation that speak of the past: citing an expired plan there is right. */
const historic = /圆满完成|收官|总结|回顾|期间|以来|到期|已完成|实施期|接续|衔接/

type Spot = { start: number; end: number }

/** All aliases in one pattern, what they begin with alike first and the longest before others, so that a text is searched
 * once a policy. */
function patternOf(aliases: readonly string[]): RegExp {
  const longestFirst = [...aliases].sort((a, b) => b.length - a.length)
  const longest = longestFirst[0] ?? ""
  let alike = (longestFirst.at(-1) ?? "").length - 1
  while (!aliases.every((alias) => alias.startsWith(longest.slice(0, alike)))) alike -= 1
  const written = (words: string) => [...words].map((char) => `${looselyWritten(char)}\\s*`).join("")
  const rests = longestFirst.map((alias) => written(alias.slice(alike)).replace(/\\s\*$/, ""))
  return new RegExp(`${written(longest.slice(0, alike))}(?:${rests.join("|")})`, "g")
}

const namesOf = new Map(policies.map(({ id, aliases }) => [id, patternOf(aliases)]))

/** Every place where a text names the policy. Widths, dashes and blanks inside the name do not matter. */
function placesOf(text: string, policy: Policy): Spot[] {
  const name = namesOf.get(policy.id)
  const places: Spot[] = []
  if (!name) return places
  name.lastIndex = 0
  for (let found = name.exec(text); found; found = name.exec(text))
    places.push({ start: found.index, end: name.lastIndex })
  return places
}

function looselyWritten(char: string): string {
  if (char === "(") return "[(（]"
  if (char === ")") return "[)）]"
  if (char === "-") return "[-－—–~～至]{1,2}"
  const code = char.charCodeAt(0)
  return /\d/.test(char) ? `[${char}${String.fromCharCode(code + 0xfee0)}]` : char
}

/** A plan cited as the basis of a year after its term, unless the words speak of the past. */
export const checkCitations: CheckFunction = ({ report, text }) => {
  const year = report.referenceYear
  if (year === null) return []
  const findings: Finding[] = []
  for (const policy of policies) {
    if (policy.validTo === null || year <= Number(policy.validTo.slice(0, 4))) continue
    const successor = policies.find(({ id }) => id === policy.supersededBy)
    for (const { start, end } of placesOf(text, policy)) {
      if (historic.test(text.slice(Math.max(0, start - 16), end + 16))) continue
      findings.push({
        check: "expired-citation",
        severity: "warning",
        params: {
          title: policy.title,
          validTo: policy.validTo.slice(0, 4),
          year,
          successor: successor?.title ?? "none",
        },
        evidence: evidenceAt(text, start, end),
      })
    }
  }
  return findings
}
