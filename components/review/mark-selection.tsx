"use client"

import { type ReactNode, useEffect, useState } from "react"
import { type Action, ActionForm } from "@/components/review/action-form"

type Props = {
  action: Action
  fields: Readonly<Record<string, string | number>>
  /** `{quote}` stands for the words that are selected. */
  words: { hint: string; selected: string }
  children: ReactNode
}

type Selected = { start: number; end: number; quote: string }

/** Takes what is selected in the report's text, with its place there, and offers to assign it to a metric. */
export function MarkSelection({ action, fields, words, children }: Props) {
  const [selected, setSelected] = useState<Selected | null>(null)
  useEffect(() => {
    const take = () => {
      const found = readSelection()
      if (found) setSelected(found)
    }
    document.addEventListener("selectionchange", take)
    return () => document.removeEventListener("selectionchange", take)
  }, [])
  if (!selected) return <p className="no-print mb-2 text-sm text-ink-2">{words.hint}</p>
  const { start, end, quote } = selected
  const shown = quote.length > 40 ? `${quote.slice(0, 40)}…` : quote
  return (
    <div className="no-print sticky top-0 z-10 mb-2 rounded border border-accent bg-sheet p-3 text-sm">
      <p className="flex items-start justify-between gap-2 font-medium">
        {words.selected.replace("{quote}", shown)}
        <button type="button" className="button" aria-label="×" onClick={() => setSelected(null)}>
          ×
        </button>
      </p>
      <ActionForm
        key={`${start}/${end}`}
        action={action}
        fields={{ ...fields, start, end }}
        className="mt-2 grid gap-2"
      >
        {children}
      </ActionForm>
    </div>
  )
}

/** The selection in the text as offsets of the report; null where it is empty or elsewhere. */
function readSelection(): Selected | null {
  const selection = document.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  const [start, end] = [
    offsetOf(range.startContainer, range.startOffset),
    offsetOf(range.endContainer, range.endOffset),
  ]
  const quote = selection.toString().trim()
  return start === null || end === null || start >= end || quote === "" ? null : { start, end, quote }
}

/** A place in the page as an offset of the report: where its paragraph begins, and the characters before it in there. */
function offsetOf(node: Node, offset: number): number | null {
  const element = node instanceof HTMLElement ? node : node.parentElement
  const paragraph = element?.closest<HTMLElement>("[data-column] [data-start]")
  if (!paragraph) return null
  const before = document.createRange()
  before.setStart(paragraph, 0)
  before.setEnd(node, offset)
  return Number(paragraph.dataset.start) + before.toString().length
}
