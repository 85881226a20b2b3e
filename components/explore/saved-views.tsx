import Link from "next/link"
import type { Locale } from "@/catalogue/messages/messages"
import { translate } from "@/catalogue/translate"
import { ShownFields } from "@/components/explore/shown-view"
import { type Action, ActionForm } from "@/components/review/action-form"

export type SavedView = { id: string; title: string; address: string }
export type SavedActions = { keepView: Action; changeView: Action }

type Props = SavedActions & {
  locale: Locale
  saved: readonly SavedView[]
}

/** A person's own views: keep this one, open, order or remove the others, and present some of them one after the other. */
export function SavedViews({ locale, saved, keepView, changeView }: Props) {
  const t = translate(locale, "explore")
  return (
    <details className="no-print mt-3 border-t border-line pt-1 text-sm elder:hidden">
      <summary className="disclosure inline-flex min-h-10 cursor-pointer items-center text-accent">
        {t("saved.title", { count: saved.length })}
      </summary>
      <ActionForm key={saved.length} action={keepView} fields={{}} className="flex flex-wrap items-end gap-2">
        <ShownFields label={t("saved.name")} />
        <button type="submit" className="button button-main">
          {t("saved.keep")}
        </button>
      </ActionForm>
      {saved.length === 0 ? (
        <p className="mt-2 text-ink-2">{t("saved.none")}</p>
      ) : (
        <>
          <ol className="mt-2 list-none ruled p-0">
            {saved.map((view, index) => (
              <li key={view.id} className="flex items-center gap-2">
                <input
                  type="checkbox"
                  name="show"
                  value={view.id}
                  form="present"
                  defaultChecked
                  aria-label={t("saved.choose", { title: view.title })}
                  className="size-5 accent-accent"
                />
                <Link
                  href={`/explore?${view.address}`}
                  prefetch={false}
                  className="flex min-h-10 min-w-0 flex-1 items-center"
                >
                  {view.title}
                </Link>
                <ActionForm action={changeView} fields={{ id: view.id }} className="flex gap-1">
                  {(["up", "down", "delete"] as const).map((act) => (
                    <button
                      key={act}
                      type="submit"
                      name="act"
                      value={act}
                      disabled={
                        (act === "up" && index === 0) || (act === "down" && index === saved.length - 1)
                      }
                      aria-label={t(`saved.acts.${act}`, { title: view.title })}
                      className="button"
                    >
                      {t(`saved.signs.${act}`)}
                    </button>
                  ))}
                </ActionForm>
              </li>
            ))}
          </ol>
          <form id="present" method="get" action="/present" className="mt-2">
            <button type="submit" className="button button-main">
              {t("saved.present")}
            </button>
          </form>
        </>
      )}
    </details>
  )
}
