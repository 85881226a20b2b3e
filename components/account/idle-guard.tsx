"use client"

import { type FormEvent, useCallback, useEffect, useRef, useState } from "react"
import type { SessionState } from "@/components/account/session-state"
import { fillWords } from "@/components/import/fill-words"

type Words = Readonly<Record<string, unknown>>
type Props = { words: Words; person: string; idleSeconds: number }
type Phase = { name: "calm" } | { name: "warn"; until: number } | { name: "out"; problem: string | null }

/** Being still there is told to the site at most this often while the person types or points. */
const pingSeconds = 60
const word = (words: Words, key: string) => String(words[key] ?? "")

async function ask(
  method: "GET" | "POST",
  body?: FormData,
): Promise<SessionState | { problem: string } | null> {
  try {
    const response = await fetch("/session", { method, body: body ?? null, cache: "no-store" })
    return (await response.json()) as SessionState | { problem: string }
  } catch {
    return null
  }
}

/** Warns before a person is signed out for doing nothing, and lets them stay. Afterwards it lies over the page, which keeps
 * what was typed, until the same person has signed in again, here or in another tab. The site's clock decides, never this
 * page's own. */
export function IdleGuard({ words, person, idleSeconds }: Props) {
  const [phase, setPhase] = useState<Phase>({ name: "calm" })
  const [left, setLeft] = useState(0)
  const dialog = useRef<HTMLDialogElement>(null)
  const active = useRef(false)
  const warnSeconds = Math.min(120, Math.floor(idleSeconds / 3))

  const take = useCallback(
    (state: SessionState | { problem: string } | null) => {
      if (!state || "problem" in state) return
      if (state.person === null)
        setPhase((was) => (was.name === "out" ? was : { name: "out", problem: null }))
      else if (state.person !== person) setPhase({ name: "out", problem: word(words, "notYou") })
      else if (state.secondsLeft <= warnSeconds)
        setPhase({ name: "warn", until: Date.now() + state.secondsLeft * 1000 })
      else setPhase({ name: "calm" })
    },
    [person, warnSeconds, words],
  )

  useEffect(() => {
    const note = () => {
      active.current = true
    }
    const look = () => {
      if (document.visibilityState === "visible") void ask("GET").then(take)
    }
    for (const kind of ["keydown", "pointerdown", "wheel"])
      window.addEventListener(kind, note, { passive: true })
    window.addEventListener("focus", look)
    document.addEventListener("visibilitychange", look)
    const every = Math.max(1, Math.min(pingSeconds, Math.floor(warnSeconds / 2)))
    const timer = setInterval(() => {
      const wasActive = active.current && !dialog.current?.open
      active.current = false
      void ask(wasActive ? "POST" : "GET").then(take)
    }, every * 1000)
    return () => {
      clearInterval(timer)
      for (const kind of ["keydown", "pointerdown", "wheel"]) window.removeEventListener(kind, note)
      window.removeEventListener("focus", look)
      document.removeEventListener("visibilitychange", look)
    }
  }, [take, warnSeconds])

  useEffect(() => {
    if (phase.name === "calm") return dialog.current?.close()
    if (!dialog.current?.open) dialog.current?.showModal()
    if (phase.name !== "warn") return
    const count = () => {
      const seconds = Math.ceil((phase.until - Date.now()) / 1000)
      setLeft(Math.max(0, seconds))
      if (seconds <= 0) void ask("GET").then(take)
    }
    count()
    const timer = setInterval(count, 1000)
    return () => clearInterval(timer)
  }, [phase, take])

  async function signIn(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const state = await ask("POST", new FormData(event.currentTarget))
    if (state && "problem" in state) setPhase({ name: "out", problem: state.problem })
    else void ask("GET").then(take)
  }

  return (
    <dialog
      ref={dialog}
      onCancel={(event) => event.preventDefault()}
      className="sheet m-auto w-[28rem] max-w-[calc(100vw-2rem)] text-ink backdrop:bg-ink/40"
      aria-labelledby="idle-title"
    >
      <h2 id="idle-title" className="text-lg font-semibold">
        {word(words, phase.name === "out" ? "outTitle" : "idleTitle")}
      </h2>
      {phase.name === "out" ? (
        <>
          <p className="mt-2">{word(words, "outWords")}</p>
          <form onSubmit={signIn} className="mt-4 grid gap-3">
            <label className="grid gap-1">
              {word(words, "username")}
              <input className="field" name="username" autoComplete="username" required />
            </label>
            <label className="grid gap-1">
              {word(words, "password")}
              <input
                className="field"
                name="password"
                type="password"
                autoComplete="current-password"
                required
              />
            </label>
            {phase.problem ? (
              <p role="alert" className="text-sm text-bad">
                {phase.problem}
              </p>
            ) : null}
            <button type="submit" className="button button-main">
              {word(words, "signIn")}
            </button>
            <a className="text-sm" href="/sign-in?other=1" target="_blank" rel="noreferrer">
              {word(words, "outOther")}
            </a>
          </form>
        </>
      ) : (
        <>
          <p className="mt-2" aria-live="polite">
            {fillWords(word(words, "idleWords"), { seconds: String(left) })}
          </p>
          <button
            type="button"
            className="button button-main mt-4"
            onClick={() => void ask("POST").then(take)}
          >
            {word(words, "stay")}
          </button>
        </>
      )}
    </dialog>
  )
}
