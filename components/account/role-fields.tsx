import type { Locale } from "@/catalogue/messages/messages"
import { type Role, roles } from "@/catalogue/role"
import { translate } from "@/catalogue/translate"

type Props = {
  locale: Locale
  towns: readonly { code: number; name: string }[]
  role?: Role
  town?: number | null
}

/** Role, and the town of a town officer. */
export function RoleFields({ locale, towns, role, town }: Props) {
  const t = translate(locale, "account")
  const isKnown = town == null || towns.some(({ code }) => code === town)
  return (
    <>
      <label className="grid gap-1">
        {t("role")}
        <select className="field w-full" name="role" defaultValue={role ?? "reviewer"}>
          {roles.map((one) => (
            <option key={one} value={one}>
              {t("roleAndHint", { role: t(`roles.${one}`), hint: t(`roleHints.${one}`) })}
            </option>
          ))}
        </select>
      </label>
      <label className="grid gap-1">
        {t("town")}
        <select className="field w-full" name="town" defaultValue={town ?? ""}>
          <option value="">{t("noTown")}</option>
          {isKnown ? null : <option value={town}>{town}</option>}
          {towns.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </label>
    </>
  )
}
