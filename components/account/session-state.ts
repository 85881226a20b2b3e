/** What the site says of this browser's session: whose it is, null for nobody's, and how long it lasts without activity. */
export type SessionState = { person: string | null; secondsLeft: number }
