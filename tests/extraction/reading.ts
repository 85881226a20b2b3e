import type { Candidate } from "@/extraction/candidate"
import { readReport } from "@/extraction/read-report"

const unknown = { title: null, issuer: null, indexNumber: null, publishedOn: null }

/** A report of the invented 青岚镇 on 2024 with `body` under its results. */
export function reportOf(body: string) {
  return readReport(`青岚镇2024年度法治政府建设情况报告\n\n一、主要举措和成效\n${body}\n`, unknown, {
    region: null,
  })
}

/** The candidates as "metric value kind", in the order of the text; year and exactness where they are not the usual. */
export function readingsOf(body: string): string[] {
  return reportOf(body).candidates.map(short)
}

function short({ metric, value, missing, kind, referenceYear, exactness }: Candidate): string {
  const year = referenceYear === 2024 ? [] : [String(referenceYear)]
  const rough = exactness === "exact" || exactness === null ? [] : [exactness]
  return [metric, String(value ?? missing), ...(kind === "result" ? [] : [kind]), ...year, ...rough].join(" ")
}
