/** The name of the cookie that holds a session. Over https its prefix makes browsers refuse it from anywhere but this very
 * host. */
export const sessionCookie = (isSecure: boolean) => (isSecure ? "__Host-fadu-session" : "fadu-session")

/** The session's token in a Cookie header, or null. */
export function tokenIn(header: string | undefined, isSecure: boolean): string | null {
  const start = `${sessionCookie(isSecure)}=`
  const pair = header?.split("; ").find((each) => each.startsWith(start))
  try {
    return pair ? decodeURIComponent(pair.slice(start.length)) : null
  } catch {
    return null
  }
}
