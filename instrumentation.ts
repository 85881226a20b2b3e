/** Called once when the site starts: what an earlier process had not finished reading is taken up again. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return
  const { startSiteImports } = await import("@/services/start-site-imports")
  startSiteImports(process.env)
}

/** Ties an error that Next logs to the request that met it; the rest of its words is Next's. */
export function onRequestError(error: unknown, request: { headers: NodeJS.Dict<string | string[]> }): void {
  const { name, digest } = error as { name?: string; digest?: string }
  console.error(
    JSON.stringify({ at: new Date(), id: request.headers["x-fadu-request"], error: name, digest }),
  )
}
