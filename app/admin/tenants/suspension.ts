import { type ActionFunctionArgs, data } from "@remix-run/node"
import { z } from "zod"
import { adminOf } from "#app/admin/admin-of.ts"
import { readForm } from "#app/http/read-form.ts"
import { redirectTo } from "#app/http/redirect-to.ts"
import { reinstateTenant, suspendTenant } from "#server/domain/tenants/index.ts"

const suspension = z.object({ deed: z.enum(["suspend", "reinstate"]), reason: z.string().trim().min(3).max(200) })

export const loader = () => redirectTo("/tenants")

export async function action(args: ActionFunctionArgs) {
  adminOf(args)
  const sent = await readForm(args, suspension)
  if (!sent.ok) return data(sent, 422)
  const { deed, reason } = sent.value
  const tenantId = args.params["tenantId"] ?? ""
  const change = deed === "suspend" ? suspendTenant : reinstateTenant
  await change(args.context.platform, tenantId, reason)
  throw redirectTo(`/tenants/${tenantId}`)
}
