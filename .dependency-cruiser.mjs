// Who may import whom (see docs/decisions.md and the README's way of the data). `npm run verify` checks it.
const may = {
  catalogue: [],
  documents: ["catalogue"],
  extraction: ["catalogue"],
  statistics: ["catalogue"],
  demo: ["catalogue"],
  checks: ["catalogue"],
  db: ["catalogue"],
  exports: ["catalogue", "statistics"],
  services: ["catalogue", "documents", "extraction", "statistics", "demo", "checks", "db", "exports"],
  components: ["catalogue", "statistics"],
  app: ["services", "components", "catalogue", "statistics"],
  cli: ["services", "catalogue", "statistics"],
}
/** Folders of which only the types may be imported. */
const mayTypes = {
  checks: ["extraction", "statistics"],
  db: ["extraction", "statistics", "checks"],
  components: ["extraction", "checks"],
}
const folders = Object.keys(may)
const rule = (from, to, allowsTypes) => ({
  name: `${from}-not-${to}`,
  severity: "error",
  from: { path: `^${from}/` },
  to: { path: `^${to}/`, ...(allowsTypes ? { dependencyTypesNot: ["type-only"] } : {}) },
})

export default {
  forbidden: [
    {
      name: "no-cycles",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "resolvable",
      severity: "error",
      from: { pathNot: "^tests/" },
      to: { couldNotResolve: true },
    },
    {
      name: "no-tests",
      severity: "error",
      from: { pathNot: "^(tests|bench)/" },
      to: { path: "^(tests|bench)/" },
    },
    ...folders.flatMap((from) =>
      folders
        .filter((to) => to !== from && !may[from].includes(to))
        .map((to) => rule(from, to, (mayTypes[from] ?? []).includes(to))),
    ),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(\\.next|node_modules)/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json"],
    },
  },
}
