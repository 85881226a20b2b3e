import { readLocale } from "@/app/locale"
import { translate } from "@/catalogue/translate"
import { EmptyState } from "@/components/ui/empty-state"

export default async function NotFound() {
  const t = translate(await readLocale(), "ui")
  return (
    <EmptyState
      title={t("notFound.title")}
      words={t("notFound.words")}
      href="/"
      action={t("notFound.home")}
    />
  )
}
