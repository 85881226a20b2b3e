import { sql } from "drizzle-orm"
import { afterAll, beforeAll, expect, test } from "vitest"
import { connect } from "@/db/connect"
import { checkAudit } from "@/services/check-audit"
import { checkDatabase } from "@/services/check-database"
import { openServer } from "@/services/open-database"
import { reportText } from "@/tests/services/report-text"
import { type Postgres, startPostgres } from "@/tests/start-postgres"
import { openSite, type Site } from "@/tests/walks/open-site"
import { makeAccounts } from "@/tests/walks/prepare"

/** For how long the database is away: shorter in every run than in the drill. */
const seconds = Number(process.env.FADU_DRILL_SECONDS ?? 6)

let server: Postgres
let site: Site
beforeAll(async () => {
  server = await startPostgres()
  const maintenance = connect({ url: server.url("postgres") })
  await maintenance.db.execute(sql`create database fadu`)
  await maintenance.close()
  site = await openSite({ DATABASE_URL: server.url("fadu") })
  const opened = openServer(server.url("fadu"))
  await makeAccounts(opened.database)
  await opened.close()
})
afterAll(async () => {
  await site?.close()
  await server?.stop()
})

const form = (town: string) => {
  const body = new FormData()
  body.set("file", new Blob([reportText({ town })]), `${town}.txt`)
  return body
}

test("the database is away: pages say so and recover by themselves, writes are refused and leave nothing half done", async () => {
  const cookie = await site.cookie("reviewer")
  const upload = (town: string) =>
    fetch(`${site.address}/import/upload`, {
      ...{ method: "POST", body: form(town), redirect: "manual" as const },
      headers: { cookie, origin: site.address },
    })
  const ask = (path: string) => fetch(site.address + path, { headers: { cookie }, redirect: "manual" })
  const page = await site.page("desk")
  await page.goto("/explore?metric=disputes_mediated")
  await page.getByRole("heading", { name: /调处化解矛盾纠纷数/ }).waitFor()
  expect((await ask("/api/v1/series?metric=disputes_mediated")).status).toBe(200)

  await server.kill()
  const end = Date.now() + seconds * 1000
  let refused = 0
  for (; Date.now() < end; refused += 1) {
    expect((await upload("雁栖岭乡")).status).toBe(503)
    expect((await ask("/api/v1/series?metric=disputes_mediated")).status).toBe(503)
    expect((await ask("/healthz")).status).toBe(200)
    for (const path of ["/", "/explore", "/reports"])
      expect(await (await ask(path)).text(), path).toContain("数据库暂时连不上")
    await new Promise((done) => setTimeout(done, 500))
  }
  expect(refused).toBeGreaterThan(0)
  expect((await ask("/readyz")).status).toBe(503)
  await page.goto("/explore?metric=disputes_mediated")
  await page.getByRole("heading", { name: "数据库暂时连不上" }).waitFor()
  if (process.env.FADU_PICTURES) await page.screenshot({ path: `${process.env.FADU_PICTURES}/away.png` })

  await server.start()
  await page.getByRole("link", { name: "刷新" }).click()
  await page.getByRole("heading", { name: /调处化解矛盾纠纷数/ }).waitFor()
  await expect.poll(async () => (await ask("/readyz")).status, { timeout: 20_000 }).toBe(200)
  expect((await ask("/api/v1/series?metric=disputes_mediated")).status).toBe(200)
  const owner = connect({ url: server.url("fadu") })
  const [jobs] = await owner.db.execute(sql`select count(*)::int as jobs from import_jobs`)
  expect(jobs).toEqual({ jobs: 0 })
  expect((await checkDatabase(owner.db)).broken).toBe(0)
  expect(await checkAudit(owner.db, [])).toMatchObject({ brokenAt: null, headDiffers: false })
  expect((await upload("雁栖岭乡")).status).toBeLessThan(400)
  await page.goto("/reports/990181201/2024")
  await expect.poll(async () => (await page.reload())?.status(), { timeout: 30_000 }).toBe(200)
  await owner.close()
})
