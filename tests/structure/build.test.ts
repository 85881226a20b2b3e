import { expect, test } from "vitest"
import { bundleProcesses, sources } from "../../cli/build-site.mjs"

test("whatever of ours the processes of a start are made of is looked at before an old build is run", async () => {
  const { metafile } = await bundleProcesses({ write: false, metafile: true })
  const ours = Object.keys(metafile?.inputs ?? {}).filter((file) => !file.startsWith("node_modules/"))
  expect(ours).toEqual(expect.arrayContaining(["cli/serve.ts", "db/embedded/server.ts"]))
  const known = [...sources.pages, ...sources.processes]
  expect(ours.filter((file) => !known.includes(file.split("/")[0] ?? ""))).toEqual([])
})
