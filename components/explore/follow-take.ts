/** What can be done with a view by a script only: its buttons stand hidden until there is one. */
export const takeActs = ["copy", "link", "print"] as const
export type TakeAct = (typeof takeActs)[number]

const actOf = (target: EventTarget | null) =>
  target instanceof Element ? target.closest<HTMLButtonElement>("button[data-take]") : null

/** Shows the buttons of what this browser can do. The clipboard is open to pages of a secure origin only; on plain http in the
 * office's net there is nothing to copy with. */
export function showTakeButtons(root: HTMLElement): void {
  const mayCopy = window.isSecureContext && "clipboard" in navigator
  for (const button of root.querySelectorAll<HTMLButtonElement>("button[data-take]"))
    button.hidden = button.dataset.take !== "print" && !mayCopy
}

/** Makes the buttons that copy and print work. Returns how to let go. */
export function followTake(root: HTMLElement): () => void {
  const press = async (event: MouseEvent) => {
    const button = actOf(event.target)
    if (!button) return
    const act = button.dataset.take as TakeAct
    if (act === "print") return print()
    if (act === "link") await navigator.clipboard.writeText(location.href)
    else if (!(await copyTable(root))) return
    const said = button.parentElement?.querySelector("[data-said]")
    if (said) said.textContent = button.dataset.done ?? ""
  }
  const listen = (event: MouseEvent) => void press(event)
  root.addEventListener("click", listen)
  return () => root.removeEventListener("click", listen)
}

/** Puts the figure's table into the clipboard as HTML and as tab-separated text, so that WPS, Excel and Word take it as a
 * table. False where there is none. */
async function copyTable(root: HTMLElement): Promise<boolean> {
  const table = root.querySelector<HTMLTableElement>("figure table")
  if (!table) return false
  const rows = [...table.rows].map((row) => [...row.cells].map((cell) => (cell.textContent ?? "").trim()))
  const cells = (row: readonly string[]) => row.map((cell) => `<td>${escapeText(cell)}</td>`).join("")
  const html = `<table>${rows.map((row) => `<tr>${cells(row)}</tr>`).join("")}</table>`
  const item = new ClipboardItem({
    "text/plain": new Blob([rows.map((row) => row.join("\t")).join("\n")], { type: "text/plain" }),
    "text/html": new Blob([html], { type: "text/html" }),
  })
  await navigator.clipboard.write([item])
  return true
}

function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;")
}
