type Headers = Readonly<Record<string, string>>
type Policy = Readonly<Record<string, string>>

/** What a page of this site may do: its own scripts by the nonce of the request and what those load, its own styles, nothing
 * written into a tag, nothing from elsewhere, in nobody's frame. */
const pagePolicy: Policy = {
  "default-src": "'none'",
  "script-src": "'nonce-NONCE' 'strict-dynamic'",
  "style-src": "'self' 'nonce-NONCE'",
  "style-src-attr": "'none'",
  "img-src": "'self' blob:",
  "font-src": "'self'",
  "connect-src": "'self'",
  "form-action": "'self'",
  "base-uri": "'none'",
  "frame-ancestors": "'none'",
}

/** Where another policy holds: the one table of exceptions. */
const exceptions: readonly { path: RegExp; policy: Policy; frame: string | null }[] = [
  // What others wrote, as it came: a download, and nothing of it may run should a browser show it.
  {
    path: /^\/reports\/[^/]+\/[^/]+\/original$/,
    policy: { sandbox: "", "default-src": "'none'", "frame-ancestors": "'none'" },
    frame: "DENY",
  },
  // What programs read: no page.
  {
    path: /^\/api\/v1\/[\w.]+$/,
    policy: { "default-src": "'none'", "frame-ancestors": "'none'" },
    frame: "DENY",
  },
  // A chart to be shown on another site's page.
  { path: /^\/embed(\/|$)/, policy: { ...pagePolicy, "frame-ancestors": "*" }, frame: null },
]

const common: Headers = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
  "permissions-policy":
    "camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), bluetooth=(), clipboard-write=(self)",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
}

const year = 365 * 24 * 60 * 60

/** A policy in the words of its header. */
const wordsOf = (policy: Policy) =>
  Object.entries(policy)
    .map(([name, value]) => (value === "" ? name : `${name} ${value}`))
    .join("; ")

const written = exceptions.map(({ path, policy, frame }) => ({ path, words: wordsOf(policy), frame }))
const ofPage = { words: wordsOf(pagePolicy), frame: "DENY" }

/**
 * The headers of an answer by its path, as a URL normalises it. `nonce` gives 128 random bits in base64, of this request only.
 * `isSecure`: people reach the site by https, so that browsers may be told to stay there.
 */
export function securityHeaders(path: string, nonce: () => string, isSecure: boolean): Headers {
  const { words, frame } = written.find((one) => one.path.test(path)) ?? ofPage
  return {
    ...common,
    "content-security-policy": words.replaceAll("NONCE", nonce),
    ...(frame ? { "x-frame-options": frame } : {}),
    ...(isSecure ? { "strict-transport-security": `max-age=${year}` } : {}),
  }
}
