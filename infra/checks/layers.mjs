// Cruises the import graph and holds it against the rules; a cruise that saw next to nothing is a failure, not a pass.
import { createRequire } from "node:module"
import { cruise } from "dependency-cruiser"
import extractTSConfig from "dependency-cruiser/config-utl/extract-ts-config"

const leastModules = 100
const { forbidden, options } = createRequire(import.meta.url)("./layers.cjs")
const rooms = ["app", "server", "workers", "prisma", "infra", "tests"]

const { output } = await cruise(
  rooms,
  { ...options, ruleSet: { forbidden }, validate: true },
  { ...options.enhancedResolveOptions },
  { tsConfig: extractTSConfig(options.tsConfig.fileName) },
)
const ours = output.modules.filter(({ source }) => rooms.includes(source.split("/")[0]))
for (const { rule, from, to } of output.summary.violations) process.stdout.write(`${rule.name}: ${from} -> ${to}\n`)
process.stdout.write(
  `${ours.length} modules, ${output.summary.totalDependenciesCruised} imports, ${output.summary.violations.length} violations\n`,
)

if (ours.length < leastModules) process.stdout.write(`only ${ours.length} modules were seen: the check itself is broken\n`)
process.exit(output.summary.violations.length === 0 && ours.length >= leastModules ? 0 : 1)
