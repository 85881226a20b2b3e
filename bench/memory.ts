import { loadavg } from "node:os"
import { median, round } from "@/bench/measure"
import { load, openBenchSite } from "@/bench/site"
import { writeResults } from "@/bench/write-results"
import { metrics } from "@/catalogue/metrics"
import { buildSite } from "@/cli/build-site.mjs"

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

type Sample = { second: number; resident: number; heap: number }
const samples: Sample[] = []
const start = performance.now()
const watch = setInterval(async () => {
  const text = await (await fetch(`${site.address}/metrics`)).text()
  const megabytes = (name: string) => Number(new RegExp(`^${name} (\\S+)`, "m").exec(text)?.[1]) / 1_000_000
  samples.push({
    second: (performance.now() - start) / 1000,
    resident: megabytes("process_resident_memory_bytes"),
    heap: megabytes("nodejs_heap_size_used_bytes"),
  })
}, 2000)
const times = await load(target, 50, minutes * 60_000)
clearInterval(watch)
await site.stop()

const ofMinute = (minute: number, of: (samples: readonly Sample[]) => number) =>
  round(of(samples.filter(({ second }) => Math.floor(second / 60) === minute)))
/** A figure of each minute, by its number. */
const byMinute = (of: (samples: readonly Sample[]) => number) =>
  Object.fromEntries(
    Array.from({ length: Math.floor(minutes) }, (_, minute) => [minute + 1, ofMinute(minute, of)]),
  )
const resident = byMinute((some) => median(some.map((sample) => sample.resident)))
// What is left when the collector has been round: the least of a minute.
const heap = byMinute((some) => Math.min(...some.map((sample) => sample.heap)))
const grown = (of: Readonly<Record<string, number>>) =>
  round((of[Math.floor(minutes)] ?? 0) / (of[Math.min(2, minutes)] ?? 1))
writeResults("memory", {
  ...{ loadOfMachine: round(loadavg()[0] ?? 0), connections: 50, minutes, requests: times.length },
  ...{ megabytesResident: resident, megabytesOfHeapAtLeast: heap },
  ...{ lastAgainstSecondMinute: grown(resident), heapLastAgainstSecondMinute: grown(heap) },
})
