import type { TownListRow } from "@/components/explore/town-list"

/** A town in the list: its box, its name, its value of the shown year with a bar behind it, or the reason. */
export function TownRow({ row, mine }: { row: TownListRow; mine: string }) {
  return (
    <li data-found-by={row.keys} className="relative">
      {row.share === null ? null : (
        <svg aria-hidden="true" className="absolute top-1 left-0 h-[calc(100%-0.5rem)] w-full fill-wash">
          <rect width={`${100 * row.share}%`} height="100%" />
        </svg>
      )}
      <label className="relative flex min-h-10 cursor-pointer items-center gap-2 border-b border-line text-sm">
        <input
          type="checkbox"
          name="towns"
          value={row.code}
          defaultChecked={row.isPicked}
          className="size-4 accent-accent"
        />
        <span className={row.isFocus ? "font-semibold text-accent" : ""}>{row.name}</span>
        {row.isMine ? <span className="text-ink-2">{mine}</span> : null}
        <span className={`ml-auto pr-1 ${row.share === null ? "text-ink-2" : ""}`}>{row.text}</span>
      </label>
    </li>
  )
}
