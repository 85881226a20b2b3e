import { resolve } from "node:path"
import { z } from "zod"
import { countyOf } from "@/catalogue/divisions"

/** How this installation is set up, from the environment or `.env`. */
export type Config = {
  port: number
  host: string
  databaseUrl: string | null
  region: number | null
  dataFolder: string
}

const blank = (value: unknown) => (value === "" ? undefined : value)

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
      .regex(
        /^(localhost|127(\.\d{1,3}){3}|::1)$/,
        "HOST 目前只能是本机地址（尚无账号） / must be a loopback address while there are no accounts",
      )
      .default("127.0.0.1"),
  ),
  DATABASE_URL: z.preprocess(
    blank,
    z
      .string()
      .regex(/^postgres(ql)?:\/\//, "DATABASE_URL 应以 postgres:// 开头 / must start with postgres://")
      .optional(),
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
  const { PORT, HOST, DATABASE_URL, FADU_REGION, FADU_DATA } = parsed.data
  return {
    config: {
      ...{ port: PORT, host: HOST, databaseUrl: DATABASE_URL ?? null, region: FADU_REGION ?? null },
      dataFolder: resolve(FADU_DATA),
    },
  }
}
