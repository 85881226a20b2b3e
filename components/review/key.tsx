/** The key that presses a button, as a hint for who works by keyboard; a screen reader has the button's own name. */
export function Key({ name }: { name: string }) {
  return (
    <span aria-hidden="true" className="ml-1 hidden rounded border border-current px-1 text-sm lg:inline">
      {name.toUpperCase()}
    </span>
  )
}
