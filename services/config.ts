import { BlockList, isIP } from "node:net"
import { resolve } from "node:path"
import { z } from "zod"
import { countyOf } from "@/catalogue/divisions"

/** How this installation is set up, from the environment or `.env`. */
export type Config = {
  port: number
  host: string
  /** The address by which people reach the site, where that is not this machine's own name. */
  address: URL | null
  databaseUrl: string | null
  /** Hot standbys of that server, which pages are read from. */
  standbys: readonly string[]
  region: number | null
  dataFolder: string
  /** Who is believed about whom a request comes from, where there is a proxy: addresses and networks. */
  proxies: BlockList
  /** Requests a minute from one network address; 0 for no limit. */
  limits: { apiPerMinute: number; uploadsPerMinute: number }
  /** Who sends it may read /metrics from another machine. */
  metricsToken: string | null
  /** Whether each request becomes a line of the log. */
  log: boolean
}

const loopback = /^(localhost|127(\.\d{1,3}){3}|::1)$/
const loopbackHost = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/

/** Whether a request's Host header is a name of this site: this machine's own, or that of FADU_ADDRESS. A foreign page
 * whose name was made to point here is refused by it. */
export function isTrustedHost(host: string, address: URL | null): boolean {
  return loopbackHost.test(host) || (address !== null && host === address.host)
}

const blank = (value: unknown) => (value === "" ? undefined : value)

/** Where people open the site. */
export function siteAddress({ address, host, port }: Config): string {
  const name = loopback.test(host) && host !== "127.0.0.1" ? host.replace("::1", "[::1]") : "localhost"
  return address ? address.origin : `http://${name}:${port}`
}

/** Addresses and networks (10.0.0.0/8) with commas between them, and this machine; null where one is neither. */
function networks(words: string): BlockList | null {
  const list = new BlockList()
  for (const word of ["127.0.0.0/8", "::1", ...words.split(",")].map((each) => each.trim()).filter(Boolean)) {
    const [address = "", bits] = word.split("/")
    const family = isIP(address) === 6 ? "ipv6" : "ipv4"
    const most = family === "ipv6" ? 128 : 32
    if (isIP(address) === 0 || (bits !== undefined && !(/^\d+$/.test(bits) && Number(bits) <= most)))
      return null
    list.addSubnet(address, bits === undefined ? most : Number(bits), family)
  }
  return list
}

/** The addresses of standbys, with commas between them. */
export function standbyUrls(words: string): string[] {
  return words
    .split(",")
    .map((each) => each.trim())
    .filter(Boolean)
}

const perMinute = (name: string, usual: number) =>
  z.preprocess(
    blank,
    z.coerce
      .number(`${name} 应为不小于 0 的整数，0 为不限 / must be a whole number, 0 for no limit`)
      .int()
      .min(0)
      .default(usual),
  )

const schema = z.object({
  PORT: z.preprocess(
    blank,
    z.coerce
      .number("PORT 应为 1 到 65535 的整数 / must be a whole number from 1 to 65535")
      .int()
      .min(0)
      .max(65535)
      .default(3000),
  ),
  HOST: z.preprocess(
    blank,
    z
      .string()
      .regex(/^[\w.:-]+$/, "HOST 应为主机名或 IP 地址 / must be a host name or an IP address")
      .default("127.0.0.1"),
  ),
  FADU_ADDRESS: z.preprocess(
    blank,
    z
      .url({
        protocol: /^https?$/,
        error: "FADU_ADDRESS 应为 http(s)://主机名 / must be http(s)://host",
      })
      .transform((address) => new URL(address))
      .optional(),
  ),
  DATABASE_URL: z.preprocess(
    blank,
    z
      .string()
      .regex(/^postgres(ql)?:\/\//, "DATABASE_URL 应以 postgres:// 开头 / must start with postgres://")
      .optional(),
  ),
  DATABASE_REPLICA_URLS: z.preprocess(
    blank,
    z
      .string()
      .default("")
      .transform(standbyUrls)
      .refine(
        (urls) => urls.every((url) => /^postgres(ql)?:\/\//.test(url) && URL.canParse(url)),
        "DATABASE_REPLICA_URLS 应为 postgres:// 地址，逗号分开 / must be postgres:// addresses with commas between them",
      ),
  ),
  FADU_REGION: z.preprocess(
    blank,
    z
      .string()
      .regex(/^\d{6}$/, "FADU_REGION 应为 6 位县级区划代码 / must be a 6-digit county code")
      .refine(
        (code) => countyOf(Number(code)) !== undefined,
        "FADU_REGION 不是已知的县级区划 / is no known county",
      )
      .transform(Number)
      .optional(),
  ),
  FADU_DATA: z.preprocess(blank, z.string().default(".data")),
  FADU_PROXY: z.preprocess(
    blank,
    z
      .string()
      .default("")
      .transform((words, context) => {
        const list = networks(words)
        if (list === null)
          context.addIssue({
            code: "custom",
            message: "FADU_PROXY 应为地址或网段，逗号分开 / must be addresses or networks",
          })
        return list ?? new BlockList()
      }),
  ),
  FADU_API_PER_MINUTE: perMinute("FADU_API_PER_MINUTE", 300),
  FADU_UPLOADS_PER_MINUTE: perMinute("FADU_UPLOADS_PER_MINUTE", 300),
  FADU_METRICS_TOKEN: z.preprocess(
    blank,
    z.string().min(16, "FADU_METRICS_TOKEN 至少 16 个字符 / needs 16 characters or more").optional(),
  ),
  FADU_LOG: z.preprocess(
    blank,
    z.enum(["requests", "none"], "FADU_LOG 应为 requests 或 none / must be requests or none").optional(),
  ),
})

/** Reads the configuration. A bad value is returned as one clear line, Chinese and English. */
export function readConfig(
  environment: Record<string, string | undefined>,
): { config: Config } | { fault: string } {
  const parsed = schema.safeParse(environment)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    const name = String(issue?.path[0] ?? "")
    const words = issue?.message ?? ""
    return { fault: words.startsWith(name) ? words : `${name} 的值无效 / is not valid: ${words}` }
  }
  const { PORT, HOST, FADU_ADDRESS, DATABASE_URL, FADU_REGION, FADU_DATA } = parsed.data
  if (parsed.data.DATABASE_REPLICA_URLS.length > 0 && !DATABASE_URL) {
    const words =
      "DATABASE_REPLICA_URLS 是 DATABASE_URL 的备库，请同时填写 / are standbys of DATABASE_URL, which has to be set as well"
    return { fault: words }
  }
  const { FADU_PROXY, FADU_API_PER_MINUTE, FADU_UPLOADS_PER_MINUTE, FADU_METRICS_TOKEN, FADU_LOG } =
    parsed.data
  if (!FADU_ADDRESS && !loopback.test(HOST)) {
    const words =
      "HOST 不是本机地址时请在 FADU_ADDRESS 填写对外地址 / with a HOST beyond this machine, FADU_ADDRESS has to say the site's address"
    return { fault: words }
  }
  return {
    config: {
      ...{
        port: PORT,
        host: HOST,
        address: FADU_ADDRESS ?? null,
        databaseUrl: DATABASE_URL ?? null,
        standbys: parsed.data.DATABASE_REPLICA_URLS,
        region: FADU_REGION ?? null,
      },
      dataFolder: resolve(FADU_DATA),
      proxies: FADU_PROXY,
      limits: { apiPerMinute: FADU_API_PER_MINUTE, uploadsPerMinute: FADU_UPLOADS_PER_MINUTE },
      metricsToken: FADU_METRICS_TOKEN ?? null,
      log: FADU_LOG !== undefined ? FADU_LOG === "requests" : !process.stderr.isTTY,
    },
  }
}
