import type { Locale } from "@/catalogue/messages/messages"
import { translate } from "@/catalogue/translate"
import { TextField } from "@/components/account/text-field"
import { type Action, ActionForm } from "@/components/review/action-form"

type Props = {
  locale: Locale
  settings: { openReading: boolean; idleMinutes: number }
  saved: boolean
  action: Action
}

/** What the administrator sets for all. */
export function SettingsPage({ locale, settings, saved, action }: Props) {
  const t = translate(locale, "account")
  return (
    <div className="mx-auto max-w-2xl">
      <h1 className="text-xl font-semibold">{t("settingsTitle")}</h1>
      {saved ? <p className="mt-2 text-good">{t("saved")}</p> : null}
      <ActionForm action={action} fields={{}} className="sheet mt-4 grid gap-6">
        <label className="grid grid-cols-[auto_1fr] items-baseline gap-x-3">
          <input type="checkbox" name="open" className="size-5" defaultChecked={settings.openReading} />
          <span>{t("openReading")}</span>
          <span className="col-start-2 text-sm text-ink-2">{t("openReadingHint")}</span>
        </label>
        <TextField
          label={t("idleMinutes")}
          hint={t("idleHint")}
          name="minutes"
          inputMode="numeric"
          defaultValue={settings.idleMinutes}
          required
        />
        <button type="submit" className="button button-main justify-self-start">
          {t("save")}
        </button>
      </ActionForm>
    </div>
  )
}
