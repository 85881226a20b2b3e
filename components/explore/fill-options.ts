/** Gives each choice of `LaterSelect` within its name and all its options, the chosen one chosen as before, and makes a `LaterDay`
 * one. To the parser of a browser with scripts, what stands in their `<noscript>` is text. */
export function fillOptions(root: ParentNode): void {
  for (const field of root.querySelectorAll<HTMLSelectElement | HTMLInputElement>("[data-later]")) {
    const text = field.previousElementSibling?.textContent ?? ""
    const whole = new DOMParser().parseFromString(text, "text/html").querySelector(field.tagName)
    if (field instanceof HTMLSelectElement && whole instanceof HTMLSelectElement) {
      const { value } = field
      field.replaceChildren(...whole.childNodes)
      // What is chosen goes by the option's own mark only where a parser puts it in.
      field.value = value
    } else if (field instanceof HTMLInputElement && whole instanceof HTMLInputElement) field.type = whole.type
    else continue
    field.name = whole.name
    field.removeAttribute("data-later")
  }
}
