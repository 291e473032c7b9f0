// The picture of the house as rules over the resolved import graph. See "Folders" in the design.
const contexts = ["tenants", "identity", "catalog", "inventory", "pricing", "carts", "ledger", "payments", "orders"]
// These learn by events and read leftward; none knows another.
const listeners = ["search", "recommendations", "insights", "outreach"]

const tests = "\\.test\\.tsx?$"
const here = { pathNot: tests }
const runTimeOnly = { dependencyTypesNot: ["type-only"] }

const rule = (name, comment, from, to) => ({ name, comment, severity: "error", from, to })
const room = (name, comment, path, allowed) =>
  rule(name, comment, { path, ...here }, { pathNot: [...allowed, "^[a-z0-9_:/]+$", "node_modules"] })

const contextOrder = [...contexts, ...listeners].flatMap((context, index) => {
  const mayRead = listeners.includes(context) ? contexts : contexts.slice(0, index)
  const known = [context, ...mayRead].join("|")
  return [
    rule(
      `order-of-${context}`,
      "A context calls those to its left, never to its right.",
      { path: `^server/domain/${context}/`, ...here },
      {
        path: "^server/domain/",
        pathNot: `^server/domain/(${known})/`,
      },
    ),
    rule(
      `door-of-${context}`,
      "Others use what its index.ts lists.",
      { pathNot: [`^server/domain/${context}/`, "^tests/", "^prisma/seed/", tests] },
      {
        path: `^server/domain/${context}/`,
        pathNot: `^server/domain/${context}/index\\.ts$`,
        ...runTimeOnly,
      },
    ),
  ]
})

module.exports = {
  forbidden: [
    rule("no-circles", "A circle has no order.", {}, { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } }),
    rule("resolvable", "Every import leads somewhere.", {}, { couldNotResolve: true }),
    rule("kernel", "The kernel imports nothing.", { path: "^server/kernel/", ...here }, { pathNot: "^server/kernel/" }),
    rule(
      "messages",
      "Names, schemas, types.",
      { path: "^server/messages/", ...here },
      {
        pathNot: ["^server/(kernel|messages)/", "node_modules/zod/"],
      },
    ),
    room("ports", "Interfaces only.", "^server/ports/", ["^server/(kernel|messages|ports)/"]),
    room("context", "Who is asking.", "^server/context/", ["^server/(kernel|messages|ports|context)/", "^prisma/"]),
    room("domain", "The business knows no vendor, no rows' maker, no face.", "^server/domain/", [
      "^server/(kernel|messages|ports|context|domain)/",
    ]),
    rule(
      "domain-vendors",
      "The business knows no vendor; Lucia stays in its folder.",
      { path: "^server/domain/", ...here },
      {
        path: "node_modules/",
        pathNot: ["node_modules/zod/", "node_modules/lucia/"],
      },
    ),
    rule(
      "lucia",
      "One folder deals with it.",
      { pathNot: ["^server/domain/identity/sessions/", "node_modules/"] },
      { path: "node_modules/lucia/" },
    ),
    rule(
      "tensors",
      "Training is a process of its own, and nobody else waits for the library to load.",
      { pathNot: ["^workers/training/", "node_modules/"] },
      { path: "node_modules/@tensorflow/" },
    ),
    ...contextOrder,
    room("server", "The product knows neither of its faces.", "^server/", ["^server/", "^prisma/"]),
    room("prisma", "Rows know names and schemas, not the product.", "^prisma/(?!seed/)", [
      "^prisma/",
      "^server/(kernel|messages)/",
    ]),
    room("workers", "A face of the product.", "^workers/", ["^workers/", "^server/", "^prisma/"]),
    rule(
      "app-inwards",
      "Pages speak to the business by its doors.",
      { path: "^app/", ...here },
      {
        path: "^(prisma|workers|infra|tests|server)/",
        pathNot: ["^server/(kernel|messages)/", "^server/domain/[a-z]+/index\\.ts$"],
        ...runTimeOnly,
      },
    ),
    rule("app-rows", "Pages never see a row handle, not even its type.", { path: "^app/", ...here }, { path: "^prisma/" }),
    rule(
      "browser",
      "What a browser loads knows only the kernel and the messages.",
      { path: "^app/(ui|live)/", ...here },
      {
        path: "^(server|prisma|workers)/",
        pathNot: "^server/(kernel|messages)/",
        ...runTimeOnly,
      },
    ),
    rule("infra", "Nobody builds on what builds.", { pathNot: ["^infra/", "^tests/", tests] }, { path: "^infra/" }),
    rule("tests", "Nobody builds on tests.", { pathNot: ["^tests/", "^infra/", tests] }, { path: "^tests/" }),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: ["^prisma/generated/", "^build/"] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default", "types"] },
  },
}
