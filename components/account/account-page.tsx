import { formatMoment } from "@/catalogue/format"
import type { Locale } from "@/catalogue/messages/messages"
import type { Role } from "@/catalogue/role"
import { translate } from "@/catalogue/translate"
import { TextField } from "@/components/account/text-field"
import { type Action, ActionForm } from "@/components/review/action-form"

type OwnSession = {
  id: string
  address: string | null
  userAgent: string | null
  createdAt: string
  lastSeenAt: string
}
type Props = {
  locale: Locale
  actor: { name: string; role: Role | "public" }
  /** The password was given by somebody else: nothing but this page opens before it is changed. */
  mustChange: boolean
  changed: boolean
  sessions: readonly OwnSession[]
  current: string
  actions: { changeOwnPassword: Action; endOther: Action }
}

/** A person's own account: their password and where they are signed in. */
export function AccountPage({ locale, actor, mustChange, changed, sessions, current, actions }: Props) {
  const t = translate(locale, "account")
  return (
    <div className="mx-auto grid max-w-2xl grid-cols-[minmax(0,1fr)] gap-8">
      <div>
        <h1 className="text-xl font-semibold">
          {mustChange ? t("mustTitle") : t("ownTitle", { name: actor.name })}
        </h1>
        <p className="mt-2 text-ink-2">
          {mustChange
            ? t("mustWords")
            : t("roleAndHint", {
                role: t(`roles.${actor.role}`),
                hint: t(`roleHints.${actor.role as Role}`),
              })}
        </p>
        {changed ? <p className="mt-2 text-good">{t("changed")}</p> : null}
      </div>
      <section className="sheet">
        <h2 className="text-lg font-semibold">{t("changePassword")}</h2>
        <ActionForm action={actions.changeOwnPassword} fields={{}} className="mt-3 grid max-w-md gap-4">
          <TextField label={t("old")} name="old" type="password" autoComplete="current-password" required />
          <TextField
            label={t("fresh")}
            hint={t("passwordRule")}
            name="fresh"
            type="password"
            autoComplete="new-password"
            required
          />
          <TextField
            label={t("freshAgain")}
            name="again"
            type="password"
            autoComplete="new-password"
            required
          />
          <button type="submit" className="button button-main">
            {t("change")}
          </button>
        </ActionForm>
      </section>
      <section>
        <h2 className="text-lg font-semibold">{t("sessions")}</h2>
        <p className="text-sm text-ink-2">{t("sessionsWords")}</p>
        <ul className="mt-2 ruled">
          {sessions.map((session) => (
            <li key={session.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-3">
              <div className="min-w-0 flex-1">
                <p>
                  {session.address ?? t("unknownPlace")}
                  {session.id === current ? (
                    <strong className="ml-2 text-good">{t("thisSession")}</strong>
                  ) : null}
                </p>
                <p className="text-sm text-ink-2">
                  {t("since", { time: formatMoment(session.createdAt, locale) })}
                  {" · "}
                  {t("seen", { time: formatMoment(session.lastSeenAt, locale) })}
                </p>
                <p className="truncate text-sm text-ink-2">{session.userAgent}</p>
              </div>
              {session.id === current ? null : (
                <ActionForm action={actions.endOther} fields={{ session: session.id }}>
                  <button type="submit" className="button">
                    {t("revoke")}
                  </button>
                </ActionForm>
              )}
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}
