/** Next has its scripts run as they come, which is ahead of the first paint of a page that the server has drawn: what is there
 * to be read would wait for what makes it answer. Held back, they are fetched and run once the page has been seen; fetched
 * ahead, they would come between the page and its style sheet. */
const script = /<script src="([^"]+)" (?:async="" (nonce="[^"]*")|(nonce="[^"]*") async="")><\/script>/g
const fetched = /<link rel="preload" as="script"[^>]* (nonce="[^"]*")[^>]*\/>/g
const sheet = /<link rel="stylesheet" href="([^"]+)" (nonce="[^"]*") data-precedence="[^"]*"\/>/g

/** Two frames after the whole page was parsed the first one has been shown; a page that nobody sees yet has no frames. The
 * scripts that React looks for, `async` and by their `src`, are found in the place of those that waited. */
const starter = `(() => {
  const start = () => {
    for (const late of document.querySelectorAll("script[type=late]")) {
      const script = document.createElement("script")
      script.async = true
      script.nonce = late.nonce
      script.setAttribute("src", late.getAttribute("src"))
      late.replaceWith(script)
    }
  }
  const seen = () => (document.hidden ? start() : requestAnimationFrame(() => requestAnimationFrame(start)))
  document.addEventListener("DOMContentLoaded", seen)
})()`.replace(/\n\s*/g, "\n")

/** Rewrites the HTML of a page so that it is seen as soon as it is read. Only what bears the page's `nonce` is the page's own. A
 * style sheet for which `styleOf` has the text comes with the page, where asking for it would cost another way to the site and
 * back; React finds its link, which loads nothing. */
export function paintFirst(html: string, nonce: string, styleOf: (href: string) => string | null): string {
  const own = `nonce="${nonce}"`
  let hasStarter = false
  const holdBack = (tag: string, src: string, before?: string, after?: string) => {
    if ((before ?? after) !== own) return tag
    const starting = hasStarter ? "" : `<script ${own}>${starter}</script>`
    hasStarter = true
    return `${starting}<script type="late" src="${src}" async="" ${own}></script>`
  }
  const bring = (tag: string, href: string, of: string) => {
    const text = of === own ? styleOf(href) : null
    return text === null ? tag : `<style ${own}>${text}</style>${tag.replace("/>", ' disabled=""/>')}`
  }
  return html
    .replace(fetched, (tag, of) => (of === own ? "" : tag))
    .replace(script, holdBack)
    .replace(sheet, bring)
}
