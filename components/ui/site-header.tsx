import Link from "next/link"
import type { Locale } from "@/catalogue/messages/messages"
import { may, type Role } from "@/catalogue/role"
import type { Theme } from "@/catalogue/theme"
import { translate } from "@/catalogue/translate"
import { type LookActions, LookMenu } from "@/components/ui/look-menu"

const places = [
  ["/", "overview", "figures.read"],
  ["/explore", "explore", "figures.read"],
  ["/reports", "reports", "reports.read"],
  ["/questions", "questions", "reports.read"],
  ["/import", "import", "reports.import"],
  ["/region", "region", "region.set"],
  ["/accounts", "accounts", "accounts.manage"],
  ["/settings", "settings", "settings.change"],
  ["/audit", "audit", "audit.read"],
] as const

type Props = {
  locale: Locale
  /** Who is signed in; null for nobody. */
  person: { name: string; role: Role | "public" } | null
  /** Whether somebody without an account may read. */
  openReading: boolean
  /** How many questions to towns, or answers of theirs, wait for this person. */
  waiting: number
  switchLocale: () => Promise<void>
  signOut: () => Promise<void>
  look: LookActions & { theme: Theme; isElder: boolean }
}

/** The head of every page: product, the places that this person may open, who they are, how pages look, the other language. */
export function SiteHeader({ locale, person, openReading, waiting, switchLocale, signOut, look }: Props) {
  const t = translate(locale, "ui")
  const a = translate(locale, "account")
  const q = translate(locale, "question")
  const shown = places.filter(([, , right]) =>
    person ? may(person.role, right) : openReading && may("public", right),
  )
  const quiet = "flex min-h-10 items-center px-1 text-sm text-ink-2 no-underline hover:text-accent sm:px-2"
  return (
    <header className="border-b border-line bg-sheet">
      <a href="#content" className="sr-only focus:not-sr-only focus:absolute focus:bg-sheet focus:p-2">
        {t("skip")}
      </a>
      {/* Two rows of their own on a phone, whatever of them has come in so far: nothing jumps. */}
      <div className="mx-auto grid max-w-7xl grid-cols-[auto_1fr] grid-rows-[minmax(2.5rem,auto)] items-center gap-x-2 gap-y-1 px-4 py-2 md:flex md:flex-wrap md:gap-x-6 elder:flex elder:flex-wrap elder:gap-x-6">
        <Link href="/" prefetch={false} className="text-lg font-semibold text-ink no-underline">
          <span className="text-accent">{t("product")}</span>
          <span className="ml-2 hidden text-sm font-normal text-ink-2 2xl:inline">{t("tagline")}</span>
        </Link>
        <nav
          aria-label={t("nav.label")}
          className="order-last -mx-2 col-span-2 flex w-full flex-wrap md:order-none md:mx-0 md:w-auto md:flex-1 elder:order-last elder:w-full elder:flex-none"
        >
          {shown.map(([href, name]) => (
            <Link
              key={href}
              href={href}
              prefetch={false}
              className="flex min-h-10 items-center px-2 text-ink no-underline hover:text-accent md:px-3"
            >
              {name === "questions" ? q("nav") : t(`nav.${name}`)}
              {name === "questions" && waiting > 0 ? (
                <span className="ml-1 rounded bg-warn-wash px-1 text-sm font-semibold text-warn">
                  <span aria-hidden="true">{waiting}</span>
                  <span className="sr-only">{q("waiting", { count: waiting })}</span>
                </span>
              ) : null}
            </Link>
          ))}
        </nav>
        <div className="ml-auto flex flex-wrap items-center justify-end">
          {person ? (
            <>
              <Link href="/account" prefetch={false} className={quiet}>
                <span className="max-w-14 truncate sm:max-w-none">{person.name}</span>
                <span className="ml-1 hidden sm:inline">{`· ${a(`roles.${person.role}`)}`}</span>
              </Link>
              <form action={signOut}>
                <button type="submit" className={quiet}>
                  {a("signOut")}
                </button>
              </form>
            </>
          ) : (
            <Link href="/sign-in" prefetch={false} className={quiet}>
              {a("signIn")}
            </Link>
          )}
          <LookMenu {...{ locale, ...look }} className={quiet} />
          <form action={switchLocale}>
            <button type="submit" className={quiet} aria-label={t("languageLabel")}>
              {t("language")}
            </button>
          </form>
        </div>
      </div>
    </header>
  )
}
