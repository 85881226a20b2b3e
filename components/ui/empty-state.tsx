import Link from "next/link"

/** A page that has nothing to show yet: what it is waiting for, and the way there. */
export function EmptyState({
  title,
  words,
  href,
  action,
}: {
  title: string
  words: string
  href: string
  action: string
}) {
  return (
    <section className="sheet mx-auto my-8 max-w-2xl text-center">
      <h1 className="text-xl font-semibold">{title}</h1>
      <p className="mt-2 text-ink-2">{words}</p>
      <Link className="button button-main mt-4" href={href}>
        {action}
      </Link>
    </section>
  )
}
