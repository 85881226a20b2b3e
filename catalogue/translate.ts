import { createTranslator } from "use-intl/core"
import { type Locale, type Messages, messages } from "@/catalogue/messages/messages"

export type Namespace = keyof Messages

function create<N extends Namespace>(locale: Locale, namespace: N) {
  return createTranslator<Messages, N>({
    ...{ locale, messages: messages[locale], namespace, timeZone: "Asia/Shanghai" },
  })
}

/** What `translate` returns for a namespace: pass it down rather than the locale where both are not needed. */
export type Translate<N extends Namespace> = ReturnType<typeof create<N>>

const made = new Map<string, unknown>()

/** The messages of one namespace in one language: `translate("zh", "refusal")("empty")`. ICU arguments are the second
 * argument of what it returns. A key that is not in the Chinese file does not compile. Made once: a table asks for it in
 * every cell. */
export function translate<N extends Namespace>(locale: Locale, namespace: N): Translate<N> {
  const key = `${locale}/${namespace}`
  if (!made.has(key)) made.set(key, create(locale, namespace))
  return made.get(key) as Translate<N>
}
