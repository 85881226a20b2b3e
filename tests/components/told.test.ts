// @vitest-environment happy-dom
import { expect, test } from "vitest"
import { type DrawnMarkup, dataIn, withData } from "@/components/charts/hand-over"

const quote = "调处</script><script>alert(1)</script>8件"

test("what a figure says stands behind its markup as data, and ends nothing that is around it", () => {
  const html = withData("<b>8件</b>" as DrawnMarkup, { tips: [{ quote }] })
  expect(html.split("</script>").length).toBe(2)
  const box = document.createElement("div")
  box.innerHTML = html
  expect(dataIn(box)).toEqual({ tips: [{ quote }] })
  expect(box.textContent?.startsWith("8件")).toBe(true)
})

test("where nothing stands behind, nothing is told", () => {
  expect(dataIn(document.createElement("div"))).toBeNull()
})
