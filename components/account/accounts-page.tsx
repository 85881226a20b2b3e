import { formatMoment } from "@/catalogue/format"
import type { Locale } from "@/catalogue/messages/messages"
import { townName } from "@/catalogue/place-name"
import type { Role } from "@/catalogue/role"
import { translate } from "@/catalogue/translate"
import { RoleFields } from "@/components/account/role-fields"
import { TextField } from "@/components/account/text-field"
import { type Action, ActionForm } from "@/components/review/action-form"

type Account = {
  id: string
  username: string
  name: string
  role: Role
  townCode: number | null
  disabled: boolean
  mustChange: boolean
  hasPassword: boolean
  lastSeen: string | null
}
type Props = {
  locale: Locale
  accounts: readonly Account[]
  towns: readonly { code: number; name: string }[]
  done: "created" | "saved" | null
  actions: { create: Action; change: Action }
}

/** The administrator's list of accounts: who there is, a form for a new one, and what may be done to each. */
export function AccountsPage({ locale, accounts, towns, done, actions }: Props) {
  const t = translate(locale, "account")
  return (
    <>
      <h1 className="text-xl font-semibold">
        {t("listTitle", { count: accounts.filter(({ disabled }) => !disabled).length })}
      </h1>
      {done ? <p className="mt-2 text-good">{t(done)}</p> : null}
      <div className="mt-4 grid items-start gap-8 lg:grid-cols-[2fr_1fr]">
        <ul className="ruled border-y border-line">
          {accounts.map((account) => (
            <li key={account.id} className="py-3">
              <AccountEntry {...{ locale, account, towns }} change={actions.change} />
            </li>
          ))}
        </ul>
        <section className="sheet">
          <h2 className="text-lg font-semibold">{t("create")}</h2>
          <ActionForm action={actions.create} fields={{}} className="mt-3 grid gap-4">
            <TextField label={t("username")} name="username" autoComplete="off" required />
            <TextField label={t("name")} name="name" autoComplete="off" required />
            <RoleFields locale={locale} towns={towns} />
            <TextField
              label={t("firstPassword")}
              hint={t("firstPasswordHint")}
              name="password"
              type="password"
              autoComplete="new-password"
              required
            />
            <button type="submit" className="button button-main">
              {t("createButton")}
            </button>
          </ActionForm>
        </section>
      </div>
    </>
  )
}

type EntryProps = { locale: Locale; account: Account; towns: Props["towns"]; change: Action }

function AccountEntry({ locale, account, towns, change }: EntryProps) {
  const t = translate(locale, "account")
  const { id, username, name, role, townCode, disabled } = account
  const state = disabled
    ? "disabled"
    : !account.hasPassword
      ? "noPassword"
      : account.mustChange
        ? "mustChange"
        : "active"
  const town = townCode === null ? null : townName(townCode, locale)
  return (
    <>
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <p className="text-ink">
          <strong>{name}</strong>
          <span className="ml-2 text-ink-2">{username}</span>
        </p>
        <p>{[t(`roles.${role}`), town].filter(Boolean).join(" · ")}</p>
        <p className={disabled ? "text-bad" : state === "active" ? "text-good" : "text-warn"}>{t(state)}</p>
        <p className="text-sm text-ink-2">
          {account.lastSeen ? t("seen", { time: formatMoment(account.lastSeen, locale) }) : t("never")}
        </p>
      </div>
      <details>
        <summary className="disclosure inline-flex min-h-10 cursor-pointer items-center text-accent">
          {t("manage")}
        </summary>
        <div className="mt-2 grid gap-6 sm:grid-cols-2">
          <ActionForm
            action={change}
            fields={{ account: id, change: "place" }}
            className="grid content-start gap-3"
          >
            <RoleFields locale={locale} towns={towns} role={role} town={townCode} />
            <button type="submit" className="button">
              {t("place")}
            </button>
          </ActionForm>
          <div className="grid content-start gap-6">
            <ActionForm action={change} fields={{ account: id, change: "reset" }} className="grid gap-3">
              <TextField
                label={t("firstPassword")}
                hint={t("firstPasswordHint")}
                name="password"
                type="password"
                autoComplete="new-password"
                required
              />
              <button type="submit" className="button">
                {t("reset")}
              </button>
            </ActionForm>
            <ActionForm action={change} fields={{ account: id, change: disabled ? "enable" : "disable" }}>
              <button type="submit" className="button w-full">
                {disabled ? t("enable") : t("disable")}
              </button>
            </ActionForm>
          </div>
        </div>
      </details>
    </>
  )
}
