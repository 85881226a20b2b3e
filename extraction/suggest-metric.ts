import { isMetricCode, type MetricCode } from "@/catalogue/metric"
import { metrics } from "@/catalogue/metrics"
import { foldText } from "@/extraction/fold-text"
import { readReport } from "@/extraction/read-report"

const unitInHead = /[（(](?:单位[:：])?([\u4e00-\u9fff%/]{1,3})[)）]/

/** The unit that a head states in brackets: 罚没金额（万元）, or null. */
export const unitOfHead = (header: string) => unitInHead.exec(header)?.[1] ?? null

const bare = (words: string) => foldText(words).replace(/\s|\([^)]*\)|数量|次数|件数|人数|数$/g, "")

const byName = new Map<string, MetricCode | null>()
for (const { code, nameZh, nameEn } of metrics) {
  for (const name of [bare(nameZh), nameEn.toLowerCase(), code])
    byName.set(name, byName.has(name) ? null : code)
}

const usual = ["件", "次", "人", "场", "份", "起", "个", "%", "万元"]

/** What a report that said this head with a figure would be read as: one metric, or null where it could be several. */
function readAs(header: string): MetricCode | null {
  const unit = unitOfHead(header)
  const words = header.replace(unitInHead, "")
  const found = new Set<MetricCode>()
  for (const classifier of unit ? [unit] : usual) {
    const { candidates } = readReport(`${words}12${classifier}。`, noMetadata, { region: null })
    for (const { metric } of candidates) found.add(metric)
  }
  return found.size === 1 ? ([...found][0] ?? null) : null
}

const noMetadata = { title: null, issuer: null, indexNumber: null, publishedOn: null }

/** The metric that the head of a column speaks of: by its name in the catalogue, else as the words of a report would be
 * read. Null where neither tells. Only a suggestion: a person confirms it. */
export function suggestMetric(header: string): MetricCode | null {
  if (bare(header) === "") return null
  const named = byName.get(bare(header)) ?? byName.get(header.trim().toLowerCase())
  if (named) return named
  return isMetricCode(header.trim()) ? (header.trim() as MetricCode) : readAs(header)
}
