import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node"
import { z } from "zod"
import { shopOf } from "#app/console/shop-of.ts"
import { orRefusal } from "#app/http/answer.ts"
import { readForm } from "#app/http/read-form.ts"
import { redirectTo } from "#app/http/redirect-to.ts"
import type { TenantContext } from "#server/context/tenant-context.ts"
import { addPicture, describePicture, removePicture } from "#server/domain/catalog/index.ts"
import { mostPictureBytes } from "./picture-limits.ts"

const alt = z.string().trim().max(200).default("")
const key = z.string().max(64)
const change = z.discriminatedUnion("do", [
  z.object({ do: z.literal("add"), picture: z.instanceof(File), alt }),
  z.object({ do: z.literal("describe"), key, alt }),
  z.object({ do: z.literal("remove"), key }),
])
type Change = z.output<typeof change>

export const loader = ({ params }: LoaderFunctionArgs) => redirectTo(`/shops/${params["shop"]}/products/${params["productId"]}`)

/** Adds, describes or removes one picture. A script is told how it went; a page visit goes back, with the problem in the address. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await shopOf(args)
  const productId = args.params["productId"] ?? ""
  const back = `/shops/${ctx.tenant.slug}/products/${productId}`
  const isPageVisit = args.request.headers.get("sec-fetch-dest") === "document"
  const sent = await readForm(args, change, { most: mostPictureBytes + 65_536 })
  if (!sent.ok) {
    const message = Object.values(sent.errors)[0] ?? ""
    return isPageVisit ? redirectTo(`${back}?problem=picture`) : Response.json({ ok: false, message }, { status: 422 })
  }
  const done = await orRefusal(args.context, () => apply(ctx, productId, sent.value))
  if (isPageVisit) return redirectTo(done.ok ? back : `${back}?problem=picture`)
  return done.ok
    ? Response.json({ ok: true, message: "" })
    : Response.json({ ok: false, message: done.refusal.message }, { status: done.refusal.status })
}

async function apply(ctx: TenantContext, productId: string, wish: Change): Promise<void> {
  switch (wish.do) {
    case "add": {
      await addPicture(ctx, productId, new Uint8Array(await wish.picture.arrayBuffer()), wish.alt)
      return
    }
    case "describe":
      return describePicture(ctx, productId, wish.key, wish.alt)
    case "remove":
      return removePicture(ctx, productId, wish.key)
  }
}
