import { chromium } from "playwright-core"

const [, , path, name, role = "reviewer", ...acts] = process.argv
const address = "http://localhost:3199"
const body = new FormData()
body.set("username", role)
body.set("password", "walk through 19 towns")
const r = await fetch(`${address}/session`, { method: "POST", body, headers: { origin: address } })
const [n, v] = r.headers.getSetCookie()[0].split(";")[0].split("=")
const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
})
for (const [size, viewport] of [
  ["desk", { width: 1366, height: 900 }],
  ["phone", { width: 390, height: 844 }],
]) {
  if (process.env.ONLY && process.env.ONLY !== size) continue
  const context = await browser.newContext({ viewport, baseURL: address })
  await context.addCookies([{ name: n, value: v, url: address }])
  if (process.env.EN) await context.addCookies([{ name: "fadu-locale", value: "en", url: address }])
  const page = await context.newPage()
  page.on("console", (m) => m.type() === "error" && console.log("CONSOLE", m.text().slice(0, 300)))
  page.on("pageerror", (e) => console.log("ERR", e.message.slice(0, 300)))
  await page.goto(path, { waitUntil: "networkidle" })
  for (const a of acts) {
    if (a.startsWith("key:")) await page.keyboard.press(a.slice(4))
    else if (a.startsWith("wait:")) await page.waitForTimeout(+a.slice(5))
    else if (a.startsWith("type:")) await page.keyboard.type(a.slice(5))
  }
  await page.waitForTimeout(300)
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  console.log(size, "overflow", over, await page.title())
  await page.screenshot({ path: `/tmp/desk-pics/${name}-${size}.png`, fullPage: !!process.env.FULL })
}
await browser.close()
