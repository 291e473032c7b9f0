export const vitestArgs = ["node_modules/vitest/vitest.mjs", "run", "--config", "infra/checks/vitest.config.ts"]
