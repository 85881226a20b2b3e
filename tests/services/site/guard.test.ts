import { expect, test } from "vitest"
import { logLine, pathForLog } from "@/services/site/log-line"
import { networkOf, openBudget } from "@/services/site/request-budget"
import { securityHeaders } from "@/services/site/security-headers"

test("only /embed may be framed, and only an original is a sandbox; a path that climbs out of either is neither", () => {
  const policy = (path: string) => {
    const { pathname } = new URL(path, "http://site")
    return securityHeaders(pathname, () => "n", false)
  }
  const isFramed = (path: string) =>
    policy(path)["content-security-policy"]?.includes("frame-ancestors *") && !policy(path)["x-frame-options"]
  expect(isFramed("/embed")).toBe(true)
  expect(isFramed("/embed/line?metric=x")).toBe(true)
  for (const path of [
    "/",
    "/embedded",
    "/embed/../reports",
    "/embed/%2e%2e/reports",
    "//embed/",
    "/reports/embed",
  ])
    expect([path, isFramed(path)]).toEqual([path, false])
  const isSandbox = (path: string) =>
    policy(path)["content-security-policy"]?.startsWith("sandbox; default-src 'none'")
  expect(isSandbox("/reports/331082111/2024/original?version=2")).toBe(true)
  expect(isSandbox("/reports/331082111/2024")).toBe(false)
  expect(isSandbox("/reports/331082111/2024/original/../")).toBe(false)
})

test("what programs read may do nothing in a browser; whatever else lies there is a page", () => {
  const policy = (path: string) => securityHeaders(path, () => "n", false)["content-security-policy"]
  for (const path of ["/api/v1/series", "/api/v1/openapi.json"])
    expect(policy(path)).toBe("default-src 'none'; frame-ancestors 'none'")
  for (const path of ["/api/v1/series/more", "/api", "/apiary/v1/x"])
    expect(policy(path)).toContain("nonce-n")
})

test("browsers are told to keep to https only where there is https", () => {
  expect(securityHeaders("/", () => "n", false)["strict-transport-security"]).toBeUndefined()
  expect(securityHeaders("/", () => "n", true)["strict-transport-security"]).toBe("max-age=31536000")
})

test("a budget is spent, fills evenly, and is an address's own", () => {
  const take = openBudget(60)
  const spend = (address: string, times: number, at: number) =>
    Array.from({ length: times }, () => take(address, at)).filter((wait) => wait === 0).length
  expect(spend("192.0.2.1", 70, 0)).toBe(60)
  expect(take("192.0.2.1", 0)).toBe(1)
  expect(spend("192.0.2.2", 1, 0)).toBe(1)
  expect(spend("192.0.2.1", 70, 10_000)).toBe(10)
  expect(spend("192.0.2.1", 70, 3_600_000)).toBe(60)
  expect(openBudget(2)("a", 0)).toBe(0)
  const slow = openBudget(2)
  expect([slow("a", 0), slow("a", 0), slow("a", 0)]).toEqual([0, 0, 30])
  expect(spend("192.0.2.1", 1, -5)).toBe(0)
})

test("no limit is no limit, and many addresses do not fill the memory", () => {
  const free = openBudget(0)
  expect(Array.from({ length: 1000 }, () => free("a", 0)).every((wait) => wait === 0)).toBe(true)
  const take = openBudget(1)
  expect(take("first", 0)).toBe(0)
  expect(take("first", 0)).toBeGreaterThan(0)
  for (let index = 0; index < 10_001; index += 1) take(`other ${index}`, 0)
  expect(take("first", 0)).toBe(0)
})

test("addresses of one IPv6 network share a budget, however they are written", () => {
  const same = [
    "2001:db8:1:2::1",
    "2001:0db8:0001:0002:ffff:ffff:ffff:ffff",
    "2001:DB8:1:2:3::",
    "2001:db8:1:2::1%eth0",
  ]
  expect(new Set(same.map(networkOf)).size).toBe(1)
  expect(networkOf("2001:db8:1:3::1")).not.toBe(networkOf("2001:db8:1:2::1"))
  expect(networkOf("::1")).toBe("0:0:0:0")
  expect(networkOf("192.0.2.7")).toBe("192.0.2.7")
})

test("the log knows no secret of a link, and takes no line breaks from a path", () => {
  expect(pathForLog("/link/abc/def")).toBe("/link/-/def")
  const line = logLine(new Date(0), { id: "1", method: "GET", path: "/a\n{}", status: 200, ms: 1.26 }, true)
  expect(line).not.toContain("\n")
  expect(JSON.parse(line)).toMatchObject({ path: "/a\n{}", ms: 1.3, aborted: true })
})
