import type { Locale } from "@/catalogue/messages/messages"
import { type Theme, themes } from "@/catalogue/theme"
import { translate } from "@/catalogue/translate"

export type LookActions = {
  switchTheme: (form: FormData) => Promise<void>
  switchElder: () => Promise<void>
}
type Props = LookActions & { locale: Locale; theme: Theme; isElder: boolean; className: string }

/** The themes behind one word, and the way into 长者模式 and out of it. Buttons of plain forms: they work without a script. */
export function LookMenu({ locale, theme, isElder, className, switchTheme, switchElder }: Props) {
  const t = translate(locale, "ui")
  return (
    <>
      <details className="relative">
        <summary className={`${className} disclosure cursor-pointer`}>{t("look.title")}</summary>
        <form
          action={switchTheme}
          className="absolute right-0 z-20 grid min-w-36 border border-edge bg-sheet p-1 shadow-sm max-sm:right-auto max-sm:left-0"
        >
          {themes.map((one) => (
            <button
              key={one}
              type="submit"
              name="theme"
              value={one}
              aria-pressed={one === theme}
              className={`flex min-h-10 items-center px-2 text-left ${one === theme ? "bg-accent-wash font-semibold text-accent" : "text-ink hover:bg-wash"}`}
            >
              {t(`look.theme.${one}`)}
            </button>
          ))}
        </form>
      </details>
      <form action={switchElder}>
        <button type="submit" className={isElder ? "button button-main mx-2" : className}>
          {t(isElder ? "look.leaveElder" : "look.elder")}
        </button>
      </form>
    </>
  )
}
