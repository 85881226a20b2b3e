import { loadavg } from "node:os"
import { median, round } from "@/bench/measure"
import { load, openBenchSite } from "@/bench/site"
import { writeResults } from "@/bench/write-results"
import { metrics } from "@/catalogue/metrics"
import { buildSite } from "@/cli/build-site"

// The memory of the site's process while 50 connections ask it for series (ever other ones) and pages for five minutes, as it
// says itself at /metrics. It is flat if the last minute needs no more than the second: the first warms up.

const minutes = Number(process.env.FADU_BENCH_MINUTES ?? 5)
const codes = metrics.map(({ code }) => code)
await buildSite()
const site = await openBenchSite()
const paths = [
  (n: number) =>
    `/api/v1/series?metric=${codes[n % codes.length]}&town=990181&limit=${19 + (n % 181)}&years=${2019 + (n % 5)}..2024`,
  (n: number) => `/explore?metric=${codes[n % codes.length]}`,
  () => "/",
]
const target = { url: (n: number) => site.address + (paths[n % paths.length] ?? paths[0])?.(n) }

const samples: { second: number; megabytes: number }[] = []
const start = performance.now()
const watch = setInterval(async () => {
  const text = await (await fetch(`${site.address}/metrics`)).text()
  const bytes = Number(/^process_resident_memory_bytes (\S+)/m.exec(text)?.[1])
  samples.push({ second: (performance.now() - start) / 1000, megabytes: bytes / 1_000_000 })
}, 2000)
const times = await load(target, 50, minutes * 60_000)
clearInterval(watch)
await site.stop()

const ofMinute = (minute: number) =>
  round(
    median(
      samples.flatMap(({ second, megabytes }) => (Math.floor(second / 60) === minute ? [megabytes] : [])),
    ),
  )
const each = Array.from({ length: Math.floor(minutes) }, (_, minute) => ofMinute(minute))
writeResults("memory", {
  ...{ loadOfMachine: round(loadavg()[0] ?? 0), connections: 50, minutes, requests: times.length },
  megabytesByMinute: each,
  lastAgainstSecondMinute: round((each.at(-1) ?? 0) / (each[1] ?? each[0] ?? 1)),
})
