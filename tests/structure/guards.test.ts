import { execFileSync } from "node:child_process"
import { readFileSync } from "node:fs"
import ts from "typescript"
import { expect, test } from "vitest"

const tracked = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
  encoding: "utf8",
})
  .split("\n")
  .filter((file) => /\.(ts|tsx)$/.test(file) && !/^(tests|bench)\//.test(file))
const parse = (file: string, text = readFileSync(file, "utf8")) =>
  ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)

function walk(node: ts.Node, visit: (node: ts.Node) => void) {
  visit(node)
  node.forEachChild((child) => walk(child, visit))
}

const isExported = (node: ts.Node) =>
  ts.canHaveModifiers(node) &&
  (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
const saysUseServer = (statements: readonly ts.Statement[] = []) =>
  statements.some(
    (one) =>
      ts.isExpressionStatement(one) &&
      ts.isStringLiteral(one.expression) &&
      one.expression.text === "use server",
  )
const changing = new Set(["POST", "PUT", "PATCH", "DELETE"])

type Entry = { name: string; node: ts.FunctionDeclaration; file: ts.SourceFile }

/** Every function that a browser can call to change something: server actions, and handlers of routes. */
function entriesOf(name: string, file: ts.SourceFile): Entry[] {
  const found: Entry[] = []
  const isActions = saysUseServer(file.statements)
  walk(file, (node) => {
    if (!ts.isFunctionDeclaration(node) || !node.name) return
    const isAction = saysUseServer(node.body?.statements) || (isActions && isExported(node))
    const isHandler = name.endsWith("/route.ts") && isExported(node) && changing.has(node.name.text)
    if (isAction || isHandler) found.push({ name: `${name} ${node.name.text}`, node, file })
  })
  return found
}

/** What asks who sent a request: `requireOwnOrigin`, and what begins with it. */
const guards = new Set(["requireOwnOrigin", "openDesk", "reply"])

/** Whether a function asks, itself or through functions of its own file. */
function asks({ node, file }: Entry): boolean {
  let found = false
  const seen = new Set<string>()
  const look = (body: ts.Node) =>
    walk(body, (each) => {
      if (!ts.isCallExpression(each) || !ts.isIdentifier(each.expression)) return
      const called = each.expression.text
      if (guards.has(called)) found = true
      if (seen.has(called)) return
      seen.add(called)
      for (const statement of file.statements)
        if (ts.isFunctionDeclaration(statement) && statement.name?.text === called) look(statement)
    })
  look(node)
  return found
}

/** Not asked, and why that is right. */
const open: Readonly<Record<string, string>> = {
  "app/explore/my-town.ts readMyTown": "reads only; it stands beside an action",
  "app/explore/my-town.ts keepMyTown": "sets what stands on top of this browser's lists and nothing else",
  "app/locale.ts readLocale": "reads only; it stands beside an action",
  "app/locale.ts switchLocale": "sets the language of this browser and nothing else",
  "app/look.ts readLook": "reads only; it stands beside actions",
  "app/look.ts switchTheme": "sets the look of this browser and nothing else",
  "app/look.ts switchElder": "sets the look of this browser and nothing else",
}

test("every action and every handler that changes something asks first whether this site's own page sent it", () => {
  const entries = tracked
    .filter((file) => file.startsWith("app/"))
    .flatMap((file) => entriesOf(file, parse(file)))
  expect(entries.length).toBeGreaterThan(25)
  expect(entries.map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      "app/import/upload/route.ts POST",
      "app/region/page.tsx choose",
      "app/session/route.ts POST",
    ]),
  )
  expect(entries.filter((entry) => !asks(entry)).map(({ name }) => name)).toEqual(Object.keys(open))
})

test("the search for actions finds those that do not ask", () => {
  const bad = `"use server"
    async function own() { return 1 }
    export async function erase(form: FormData) { await own(); await remove(form) }`
  const entries = entriesOf("app/x/actions.ts", parse("app/x/actions.ts", bad))
  expect(entries.map((entry) => [entry.name, asks(entry)])).toEqual([["app/x/actions.ts erase", false]])
  const route = parse("app/x/route.ts", "export async function DELETE() { await openDesk() }")
  expect(entriesOf("app/x/route.ts", route).map(asks)).toEqual([true])
})

test("no action or handler is an arrow function or comes from elsewhere, where the search would not find it", () => {
  const hidden: string[] = []
  for (const name of tracked.filter((file) => file.startsWith("app/"))) {
    const file = parse(name)
    const isWatched = saysUseServer(file.statements) || name.endsWith("/route.ts")
    walk(file, (node) => {
      if (isWatched && ts.isExportDeclaration(node)) hidden.push(name)
      if (isWatched && ts.isVariableStatement(node) && isExported(node)) hidden.push(name)
      if ((ts.isArrowFunction(node) || ts.isFunctionExpression(node)) && ts.isBlock(node.body))
        if (saysUseServer(node.body.statements)) hidden.push(name)
    })
  }
  expect(hidden).toEqual([])
})

/** SQL that is put together from strings, and why it may be. */
const raw: Readonly<Record<string, string>> = {
  "db/as-actor.ts":
    "settings of the transaction: fixed names, values as literals with quotes doubled and NUL removed",
  "db/guard-transactions.ts": "hands on what Drizzle has made, and says begin, commit and rollback",
  "db/migrate.ts": "the statements of the migrations' own files",
}

/** Calls that take SQL as text: `sql.raw(…)`, `….unsafe(…)`, and `….execute(…)` of anything but a `sql` template or a name. */
function textualSql(file: ts.SourceFile): string[] {
  const found: string[] = []
  walk(file, (node) => {
    if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return
    const { name, expression } = node.expression
    const [first] = node.arguments
    if (name.text === "raw" && expression.getText(file) === "sql") found.push("sql.raw")
    if (name.text === "unsafe") found.push("unsafe")
    const isText =
      first &&
      (ts.isTemplateExpression(first) || ts.isStringLiteralLike(first) || ts.isBinaryExpression(first))
    if (["execute", "query"].includes(name.text) && isText && !ts.isStringLiteralLike(first))
      found.push(`${name.text} of text`)
  })
  return found
}

test("no SQL is put together from strings, but where a reason is given", () => {
  const found = tracked.flatMap((file) => textualSql(parse(file)).map(() => file))
  expect(found.sort()).toEqual(Object.keys(raw).sort())
})

test("the search for SQL from strings finds it", () => {
  const bad = [
    "tx.execute(`select * from reports where town = $" + "{town}`)",
    'tx.execute("select " + column)',
    "tx.execute(sql.raw(text))",
    "client.unsafe(text)",
  ]
  expect(bad.map((text) => textualSql(parse("a.ts", text)).length)).toEqual([1, 1, 1, 1])
  expect(textualSql(parse("a.ts", "tx.execute(sql`select $" + "{one}`)"))).toEqual([])
})

test("nothing becomes markup, script or an address of a script but by the page's own code", () => {
  const ways =
    /dangerouslySetInnerHTML|\.(inner|outer)HTML|insertAdjacentHTML|document\.write|\beval\(|new Function\(|srcDoc|javascript:/
  const sent = tracked.filter((file) => /^(app|components)\//.test(file))
  expect(sent.length).toBeGreaterThan(150)
  // What it puts in is typed as React's own markup, which one file makes.
  expect(sent.filter((file) => ways.test(readFileSync(file, "utf8")))).toEqual([
    "components/charts/markup.tsx",
  ])
  const makes = (file: string) => /\bas (unknown as )?DrawnMarkup\b/.test(readFileSync(file, "utf8"))
  expect(sent.filter(makes)).toEqual(["components/charts/draw-figure.tsx", "components/charts/hand-over.ts"])
})

test("no server-drawn element has a style attribute: the content policy forbids them", () => {
  // These are drawn by a script only, which may set styles.
  const byScript = ["components/charts/chart-tooltip.tsx"]
  const styled = tracked.filter(
    (file) => file.endsWith(".tsx") && /\sstyle=\{/.test(readFileSync(file, "utf8")),
  )
  expect(styled).toEqual(byScript)
})
