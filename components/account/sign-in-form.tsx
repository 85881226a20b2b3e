import type { Locale } from "@/catalogue/messages/messages"
import { translate } from "@/catalogue/translate"
import { TextField } from "@/components/account/text-field"
import { type Action, ActionForm } from "@/components/review/action-form"

/** User name and password; afterwards on to where the person was heading. */
export function SignInForm({ locale, action, to }: { locale: Locale; action: Action; to: string }) {
  const t = translate(locale, "account")
  return (
    <ActionForm action={action} fields={{ to }} className="mt-4 grid gap-4">
      <TextField label={t("username")} name="username" autoComplete="username" required autoFocus />
      <TextField
        label={t("password")}
        name="password"
        type="password"
        autoComplete="current-password"
        required
      />
      <button type="submit" className="button button-main">
        {t("signIn")}
      </button>
    </ActionForm>
  )
}
