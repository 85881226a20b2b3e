import { type CheckFunction, evidenceAt } from "@/checks/checked-report"
import type { Finding } from "@/checks/finding"

const name = /[\u4e00-\u9fff]{1,8}?(?:街道|镇|乡)/g
/** Words around another town's name that explain it: a joint drill, a neighbour, a visit. */
const explained = /与|和|同|联合|毗邻|相邻|邻近|交界|接壤|学习考察|交流|周边|跨|赴|借鉴|、/

/** Another town of the county or of the counties around it in this town's report: a trace of a copied text. Counted once a
 * name. A name with a reason beside it (与…联合) is left. */
export const checkTowns: CheckFunction = ({ report, text, context: { town, neighbours } }) => {
  if (!town) return []
  const others = new Map(
    neighbours.filter((each) => each.name !== town.name).map((each) => [each.name, each]),
  )
  const found = new Map<string, Finding>()
  for (const match of text.matchAll(name)) {
    for (let cut = 0; cut < match[0].length - 1; cut += 1) {
      const word = match[0].slice(cut)
      if (town.name.endsWith(word) || !others.has(word) || found.has(word)) continue
      const start = match.index + cut
      const end = start + word.length
      if (
        explained.test(text.slice(Math.max(0, start - 4), start)) ||
        explained.test(text.slice(end, end + 2))
      )
        continue
      const heading = report.sections.findLast((section) => section.start <= start)?.heading ?? null
      found.set(word, {
        check: "other-town-named",
        severity: "warning",
        params: { town: word },
        evidence: evidenceAt(text, start, end, heading),
      })
    }
  }
  return [...found.values()]
}
