/** Gives each choice of `LaterSelect` within its name and all its options, the chosen one chosen as before. To the parser of a
 * browser with scripts, what stands in its `<noscript>` is text. */
export function fillOptions(root: ParentNode): void {
  for (const select of root.querySelectorAll<HTMLSelectElement>("select[data-later]")) {
    const text = select.previousElementSibling?.textContent ?? ""
    const whole = new DOMParser().parseFromString(text, "text/html").querySelector("select")
    if (!whole) continue
    const { value } = select
    select.name = whole.name
    select.replaceChildren(...whole.childNodes)
    // What is chosen goes by the option's own mark only where a parser puts it in.
    select.value = value
    select.removeAttribute("data-later")
  }
}
