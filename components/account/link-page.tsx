import type { Locale } from "@/catalogue/messages/messages"
import { translate } from "@/catalogue/translate"
import { TextField } from "@/components/account/text-field"
import { type Action, ActionForm } from "@/components/review/action-form"

type Props = {
  locale: Locale
  /** What the link is for; null where it does not work. */
  purpose: { purpose: "first" } | { purpose: "password"; username: string; name: string } | null
  token: string
  action: Action
}

/** What a one-time link opens: making the first accounts, or choosing a password. */
export function LinkPage({ locale, purpose, token, action }: Props) {
  const t = translate(locale, "account")
  if (!purpose) {
    return (
      <section className="sheet mx-auto my-8 max-w-2xl">
        <h1 className="text-xl font-semibold">{t("linkBad")}</h1>
        <p className="mt-2 break-words">{t("linkBadWords")}</p>
      </section>
    )
  }
  const isFirst = purpose.purpose === "first"
  const title = isFirst
    ? t("linkFirst")
    : t("linkPassword", { name: purpose.name, username: purpose.username })
  const fresh = { type: "password", autoComplete: "new-password" } as const
  return (
    <section className="sheet mx-auto my-8 max-w-md">
      <h1 className="text-xl font-semibold">{title}</h1>
      {isFirst ? <p className="mt-2 text-ink-2">{t("linkFirstWords")}</p> : null}
      <ActionForm action={action} fields={{ token, purpose: purpose.purpose }} className="mt-4 grid gap-4">
        {isFirst ? (
          <>
            <h2 className="text-lg font-semibold">{t("administrator")}</h2>
            <TextField label={t("username")} name="username" autoComplete="username" required />
            <TextField label={t("name")} name="name" autoComplete="name" required />
          </>
        ) : (
          <input type="hidden" name="username" autoComplete="username" value={purpose.username} />
        )}
        <TextField label={t("password")} hint={t("passwordRule")} name="password" {...fresh} required />
        <TextField label={t("again")} name="again" {...fresh} required />
        {isFirst ? (
          <details className="border-t border-line pt-2">
            <summary className="min-h-10 cursor-pointer py-2">{t("withReviewer")}</summary>
            <div className="mt-2 grid gap-4">
              <TextField label={t("username")} name="reviewer-username" autoComplete="off" />
              <TextField label={t("name")} name="reviewer-name" autoComplete="off" />
              <TextField
                label={t("firstPassword")}
                hint={t("reviewerHint")}
                name="reviewer-password"
                {...fresh}
              />
            </div>
          </details>
        ) : null}
        <button type="submit" className="button button-main">
          {isFirst ? t("linkFirstButton") : t("linkPasswordButton")}
        </button>
      </ActionForm>
    </section>
  )
}
