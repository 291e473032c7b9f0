import type { LoaderFunctionArgs } from "@remix-run/node"
import { present } from "#server/kernel/assert.ts"
import { adminOf } from "./admin-of.ts"

/** The platform's figures as they stand. @throws as adminOf */
export function pulseOf(args: Pick<LoaderFunctionArgs, "context" | "request">) {
  adminOf(args)
  return present(args.context.pulse, "pulse at the admin's site")
}
