import enAccount from "@/catalogue/messages/en/account.json"
import enAudit from "@/catalogue/messages/en/audit.json"
import enChart from "@/catalogue/messages/en/chart.json"
import enExplore from "@/catalogue/messages/en/explore.json"
import enFinding from "@/catalogue/messages/en/finding.json"
import enNote from "@/catalogue/messages/en/note.json"
import enProblem from "@/catalogue/messages/en/problem.json"
import enQuestion from "@/catalogue/messages/en/question.json"
import enRefusal from "@/catalogue/messages/en/refusal.json"
import enReview from "@/catalogue/messages/en/review.json"
import enStatus from "@/catalogue/messages/en/status.json"
import enUi from "@/catalogue/messages/en/ui.json"
import zhAccount from "@/catalogue/messages/zh/account.json"
import zhAudit from "@/catalogue/messages/zh/audit.json"
import zhChart from "@/catalogue/messages/zh/chart.json"
import zhExplore from "@/catalogue/messages/zh/explore.json"
import zhFinding from "@/catalogue/messages/zh/finding.json"
import zhNote from "@/catalogue/messages/zh/note.json"
import zhProblem from "@/catalogue/messages/zh/problem.json"
import zhQuestion from "@/catalogue/messages/zh/question.json"
import zhRefusal from "@/catalogue/messages/zh/refusal.json"
import zhReview from "@/catalogue/messages/zh/review.json"
import zhStatus from "@/catalogue/messages/zh/status.json"
import zhUi from "@/catalogue/messages/zh/ui.json"

export const locales = ["zh", "en"] as const
export type Locale = (typeof locales)[number]

const zh = {
  account: zhAccount,
  audit: zhAudit,
  chart: zhChart,
  explore: zhExplore,
  finding: zhFinding,
  note: zhNote,
  problem: zhProblem,
  question: zhQuestion,
  refusal: zhRefusal,
  review: zhReview,
  status: zhStatus,
  ui: zhUi,
}

/** The shape of all messages; Chinese is the first language, so its files give the keys. */
export type Messages = typeof zh

const en: Messages = {
  account: enAccount,
  audit: enAudit,
  chart: enChart,
  explore: enExplore,
  finding: enFinding,
  note: enNote,
  problem: enProblem,
  question: enQuestion,
  refusal: enRefusal,
  review: enReview,
  status: enStatus,
  ui: enUi,
}

export const messages: Readonly<Record<Locale, Messages>> = { zh, en }
