import { afterEach, expect, test } from "vitest"
import { patience } from "@/services/ask-reader"
import { readFile } from "@/services/read-file"
import { buildZip } from "@/tests/documents/build-zip"

const usual = { ...patience }
afterEach(() => {
  Object.assign(patience, usual)
})

/** Any office document: damaged, but only the reading process finds that out. */
const office = buildZip([
  { name: "[Content_Types].xml", bytes: "<Types/>" },
  { name: "word/x.xml", bytes: "<x/>" },
])
const read = () => readFile(office, { region: null, fileName: "a.docx" })

test("a file that keeps its reader silent is given up, and the next one is read by a new process", async () => {
  patience.silentMs = 1
  expect(await read()).toEqual({ ok: false, refusal: "too_heavy" })
  Object.assign(patience, usual)
  expect(await read()).toEqual({ ok: false, refusal: "damaged" })
})

test("files that are asked for at once are read one after another, none is lost", async () => {
  const all = await Promise.all(Array.from({ length: 5 }, read))
  expect(all).toEqual(all.map(() => ({ ok: false, refusal: "damaged" })))
})
