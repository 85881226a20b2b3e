import { ofProcess } from "@/services/wake-imports"

/** Called once when the site starts: what an earlier process had not finished reading is taken up again, once the site's
 * process allows it. It is not waited for: what reading needs is much to load. */
export function register(): void {
  if (process.env.NEXT_RUNTIME !== "nodejs") return
  void Promise.resolve(ofProcess.faduMayImport).then(async () => {
    const { startSiteImports } = await import("@/services/start-site-imports")
    startSiteImports(process.env)
  })
}

/** Ties an error that Next logs to the request that met it; the rest of its words is Next's. */
export function onRequestError(error: unknown, request: { headers: NodeJS.Dict<string | string[]> }): void {
  const { name, digest } = error as { name?: string; digest?: string }
  console.error(
    JSON.stringify({ at: new Date(), id: request.headers["x-fadu-request"], error: name, digest }),
  )
}
