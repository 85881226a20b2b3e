/** Called once when the site starts: what an earlier process had not finished reading is taken up again. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return
  const { startSiteImports } = await import("@/services/start-site-imports")
  startSiteImports(process.env)
}
