/** Fills `{name}` places of a plain message. The import page's messages have nothing but such places, so the browser need
 * not load a message formatter for them. */
export function fillWords(
  message: string | undefined,
  parts: Readonly<Record<string, string | number>>,
): string {
  return (message ?? "").replace(/\{(\w+)\}/g, (_, name: string) => String(parts[name] ?? ""))
}
