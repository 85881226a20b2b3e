/** A request as the log has it: no query, no cookie, no name, no address; of a one-time link not its secret. */
export type Logged = { id: string; method: string; path: string; status: number; ms: number }

const longestPath = 200

/** The path of a request without what must not be written down. */
export function pathForLog(path: string): string {
  return path.replace(/^\/link\/[^/]+/, "/link/-").slice(0, longestPath)
}

/** A line of JSON; `aborted` where whoever asked did not wait for the end. */
export function logLine(at: Date, request: Logged, aborted: boolean): string {
  const { id, method, path, status } = request
  const ms = Math.round(request.ms * 10) / 10
  return JSON.stringify({
    ...{ at: at.toISOString(), id, method, path: pathForLog(path), status, ms },
    ...(aborted ? { aborted } : {}),
  })
}
