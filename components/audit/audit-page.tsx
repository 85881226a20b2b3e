import Link from "next/link"
import { type Locale, messages } from "@/catalogue/messages/messages"
import { translate } from "@/catalogue/translate"

type Query = {
  person: string | null
  action: string | null
  subject: string | null
  from: string | null
  to: string | null
  below: number | null
}
type Line = {
  id: number
  at: string
  actorId: string
  actor: string
  channel: string
  address: string | null
  action: string
  subject: string
  before: string | null
  after: string | null
  hash: string
}
type Props = {
  locale: Locale
  query: Query
  view: { lines: readonly Line[]; next: number | null; actions: readonly string[] }
}

const fields = ["person", "action", "subject", "from", "to"] as const

/** The auditor's page: what was done by whom, when and from where, newest first. */
export function AuditPage({ locale, query, view }: Props) {
  const t = translate(locale, "audit")
  const filters = fields.flatMap((name) => (query[name] ? [[name, query[name]] as const] : []))
  const addressOf = (path: string, more: readonly (readonly [string, string])[] = []) => {
    const search = new URLSearchParams([...filters, ...more].map(([name, value]) => [name, value])).toString()
    return search ? `${path}?${search}` : path
  }
  const line = (name: "person" | "subject" | "from" | "to", type: "search" | "date") => (
    <label className="grid gap-1 text-sm text-ink-2">
      {t(name)}
      <input className="field w-full" type={type} name={name} defaultValue={query[name] ?? ""} />
    </label>
  )
  return (
    <>
      <h1 className="text-xl font-semibold">{t("title")}</h1>
      <p className="mt-2 text-ink-2">{t("words")}</p>
      <form method="get" className="mt-4 grid grid-cols-2 items-end gap-3 lg:grid-cols-6">
        {line("person", "search")}
        <label className="grid gap-1 text-sm text-ink-2">
          {t("action")}
          <select className="field w-full" name="action" defaultValue={query.action ?? ""}>
            <option value="">{t("all")}</option>
            {view.actions.map((action) => (
              <option key={action} value={action}>
                {actionName(action, locale)}
              </option>
            ))}
          </select>
        </label>
        {line("subject", "search")}
        {line("from", "date")}
        {line("to", "date")}
        <button type="submit" className="button button-main">
          {t("find")}
        </button>
      </form>
      <p className="mt-3 flex flex-wrap gap-2">
        <a className="button" href={addressOf("/audit/export")} download>
          {t("export")}
        </a>
        {filters.length > 0 ? (
          <Link className="button" href="/audit" prefetch={false}>
            {t("clear")}
          </Link>
        ) : null}
      </p>
      {view.lines.length === 0 ? <p className="mt-6">{t("none")}</p> : <Lines {...{ locale, view }} />}
      <p className="mt-4 flex gap-2">
        {query.below === null ? null : (
          <Link className="button" href={addressOf("/audit")} prefetch={false}>
            {t("newest")}
          </Link>
        )}
        {view.next === null ? null : (
          <Link
            className="button"
            href={addressOf("/audit", [["below", String(view.next)]])}
            prefetch={false}
          >
            {t("older")}
          </Link>
        )}
      </p>
    </>
  )
}

/** An action in words; one that has none yet is shown by its code. */
function actionName(action: string, locale: Locale): string {
  const [group = "", verb = ""] = action.split(".")
  const groups: Readonly<Record<string, Readonly<Record<string, string>>>> = messages[locale].audit.actions
  return groups[group]?.[verb] ?? action
}

function Lines({ locale, view }: Pick<Props, "locale" | "view">) {
  const t = translate(locale, "audit")
  const builtIn: Readonly<Record<string, string>> = messages[locale].audit.builtIn
  const channels: Readonly<Record<string, string>> = messages[locale].audit.channels
  return (
    <div className="mt-4 overflow-x-auto">
      <table className="grid-table min-w-[64rem]">
        <thead>
          <tr>
            <th scope="col">{t("time")}</th>
            <th scope="col">{t("person")}</th>
            <th scope="col">{t("action")}</th>
            <th scope="col">{t("subject")}</th>
            <th scope="col">{t("where")}</th>
            <th scope="col">{t("details")}</th>
          </tr>
        </thead>
        <tbody>
          {view.lines.map((line) => (
            <tr key={line.id}>
              <td className="whitespace-nowrap">{line.at}</td>
              <td className="whitespace-nowrap">{builtIn[line.actorId] ?? line.actor}</td>
              <td className="whitespace-nowrap">{actionName(line.action, locale)}</td>
              <td className="min-w-56 break-all">{line.subject}</td>
              <td className="whitespace-nowrap">
                {[channels[line.channel] ?? line.channel, line.address].filter(Boolean).join(" ")}
              </td>
              <td className="min-w-40">
                <details>
                  <summary className="disclosure flex min-h-10 cursor-pointer items-center">
                    {line.id}
                  </summary>
                  <dl className="max-w-md text-sm break-all">
                    <dt className="text-ink-2">{t("before")}</dt>
                    <dd>{line.before ?? "—"}</dd>
                    <dt className="text-ink-2">{t("after")}</dt>
                    <dd>{line.after ?? "—"}</dd>
                    <dt className="text-ink-2">{t("hash")}</dt>
                    <dd>{line.hash}</dd>
                  </dl>
                </details>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
