import { expect, test } from "vitest"
import { paintFirst } from "@/services/site/paint-first"

const nonce = 'nonce="n=="'
const page = `<html><head><link rel="stylesheet" href="/a.css" ${nonce} data-precedence="next"/><link rel="stylesheet" href="/b.css" ${nonce} data-precedence="next"/><script src="/a.js" async="" ${nonce}></script><script src="/old.js" noModule="" ${nonce}></script></head><body><p>一 &lt;script&gt;</p><script ${nonce}>self.x=1</script><script src="/b.js" ${nonce} async=""></script></body></html>`

const rewrite = (html: string) => paintFirst(html, "n==", (href) => (href === "/a.css" ? ".a{}" : null))

test("scripts that would run as they come wait, after one script that starts them", () => {
  const text = rewrite(page)
  expect(text.match(/<script type="late" src="\/[ab]\.js" async="" nonce="n=="><\/script>/g)).toHaveLength(2)
  expect(text.split("DOMContentLoaded")).toHaveLength(2)
  expect(text.indexOf("DOMContentLoaded")).toBeLessThan(text.indexOf("/a.js"))
  expect(text).toContain(`<script src="/old.js" noModule="" ${nonce}></script>`)
  expect(text).toContain(`<script ${nonce}>self.x=1</script>`)
})

test("a style sheet whose text is known comes with the page, and its link loads nothing", () => {
  const text = rewrite(page)
  expect(text).toContain(
    `<style ${nonce}>.a{}</style><link rel="stylesheet" href="/a.css" ${nonce} data-precedence="next" disabled=""/>`,
  )
  expect(text).toContain(`<link rel="stylesheet" href="/b.css" ${nonce} data-precedence="next"/>`)
})

test("what others wrote stays as it came, whatever scripts are in it", () => {
  const others = page.replaceAll(nonce, 'nonce="of another"')
  expect(rewrite(others)).toBe(others)
})

test("nothing is fetched ahead for a script that waits", () => {
  const preload = (nonce: string) =>
    `<link rel="preload" as="script" fetchPriority="low" nonce="${nonce}" href="/a.js"/>`
  expect(rewrite(`${preload("n==")}<p>8件</p>${preload("other")}`)).toBe(`<p>8件</p>${preload("other")}`)
})
