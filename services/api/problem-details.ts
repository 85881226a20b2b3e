import type { ZodError } from "zod"
import { translate } from "@/catalogue/translate"
import type { ProblemCode } from "@/services/problem"

/** A parameter that does not fit, and why, Chinese and English. */
export type Fault = { name: string; reason: string }

/** RFC 9457: what went wrong in words that a person reads and names that a program does. */
export type ProblemDetails = {
  type: string
  title: string
  status: number
  detail?: string
  errors?: readonly Fault[]
}

const titles = {
  400: "参数不对 / a parameter is not valid",
  401: "请先登录 / sign in first",
  403: "没有权限 / not allowed",
  404: "没有找到 / not found",
  405: "只能读取 / reading only",
  429: "请求过多，请稍后再试 / too many requests, try again later",
  500: "服务器出错，已记入日志 / something went wrong on the server and was logged",
  503: "数据库暂时连不上，请稍后再试 / the database is away, try again later",
} as const
export type ProblemStatus = keyof typeof titles

const statusOf: Partial<Record<ProblemCode, ProblemStatus>> = {
  signed_out: 401,
  must_change: 403,
  not_allowed: 403,
  not_found: 404,
  value_not_valid: 400,
}

/** The answer to a broken rule of the domain. */
export function problemOf(code: ProblemCode): ProblemDetails {
  const detail = [translate("zh", "problem")(code), translate("en", "problem")(code)].join(" / ")
  return problem(statusOf[code] ?? 400, { detail })
}

/** The answer with a status; `more` says what exactly. */
export function problem(
  status: ProblemStatus,
  more: { detail?: string; errors?: readonly Fault[] } = {},
): ProblemDetails {
  return { type: "about:blank", title: titles[status], status, ...more }
}

/** What a schema found, by the parameters' names. */
export function faultsOf({ issues }: ZodError): readonly Fault[] {
  return issues.flatMap((issue) =>
    issue.code === "unrecognized_keys"
      ? issue.keys.map((name) => ({ name, reason: "没有这个参数 / no such parameter" }))
      : [{ name: issue.path.join("."), reason: wordsOf(issue.message, issue.input) }],
  )
}

const wordsOf = (message: string, input: unknown) =>
  /[\u4e00-\u9fff]/.test(message) || input !== undefined
    ? message
    : `缺少这个参数 / this parameter is missing (${message})`
