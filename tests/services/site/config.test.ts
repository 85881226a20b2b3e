import { expect, test } from "vitest"
import { readConfig } from "@/services/config"

const read = (environment: Record<string, string>) => readConfig(environment)

test("limits, log and token have sane defaults", () => {
  expect(read({})).toMatchObject({
    config: { limits: { apiPerMinute: 300, uploadsPerMinute: 300 }, metricsToken: null },
  })
  expect(read({ FADU_API_PER_MINUTE: "0", FADU_LOG: "none" })).toMatchObject({
    config: { limits: { apiPerMinute: 0 }, log: false },
  })
})

test("a proxy elsewhere is an address or a network; this machine is always one", () => {
  const outcome = read({ FADU_PROXY: "10.1.2.3, 172.16.0.0/12,2001:db8::/32" })
  if ("fault" in outcome) throw new Error(outcome.fault)
  const { proxies } = outcome.config
  const believed = (address: string) => proxies.check(address, address.includes(":") ? "ipv6" : "ipv4")
  for (const address of ["127.0.0.1", "::1", "10.1.2.3", "172.18.0.1", "2001:db8:9::1"])
    expect([address, believed(address)]).toEqual([address, true])
  for (const address of ["10.1.2.4", "192.0.2.1", "2001:db9::1"])
    expect([address, believed(address)]).toEqual([address, false])
})

test.each([
  ["FADU_PROXY", "nginx"],
  ["FADU_PROXY", "10.0.0.0/33"],
  ["FADU_API_PER_MINUTE", "-1"],
  ["FADU_UPLOADS_PER_MINUTE", "many"],
  ["FADU_METRICS_TOKEN", "short"],
  ["FADU_LOG", "all"],
])("%s=%s stops the start with a clear line", (name, value) => {
  const outcome = read({ [name]: value })
  expect("fault" in outcome && outcome.fault).toContain(name)
})
