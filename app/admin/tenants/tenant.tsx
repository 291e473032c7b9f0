import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { adminMeta } from "#app/admin/admin-meta.ts"
import { adminOf } from "#app/admin/admin-of.ts"
import { AuditTable } from "#app/admin/audit/audit-table.tsx"
import { useFormats, useText } from "#app/text/text.tsx"
import { Breadcrumb } from "#app/ui/breadcrumb.tsx"
import { KeyValues } from "#app/ui/key-values.tsx"
import { LinkButton } from "#app/ui/link-button.tsx"
import { PageHeader } from "#app/ui/page-header.tsx"
import { Section } from "#app/ui/section.tsx"
import { listStaff } from "#server/domain/identity/index.ts"
import { auditTrail, recentOrders, tenantSummary } from "#server/domain/insights/index.ts"
import { refuse } from "#server/messages/refusals.ts"
import { OrderTable } from "./order-table.tsx"
import { StaffTable } from "./staff-table.tsx"
import { StateBadge } from "./state-badge.tsx"
import { SuspensionForm } from "./suspension-form.tsx"

export async function loader(args: LoaderFunctionArgs) {
  adminOf(args)
  const { platform, links } = args.context
  const tenantId = args.params["tenantId"] ?? ""
  const tenant = await tenantSummary(platform, tenantId)
  if (!tenant) return refuse("tenants.not-found")
  const [staff, orders, trail] = await Promise.all([
    listStaff(platform, tenantId),
    recentOrders(platform, tenantId),
    auditTrail(platform, { tenantId, most: 20 }),
  ])
  return { tenant, staff, orders, trail, storefront: links.shop(tenant, "/") }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => adminMeta(data?.tenant.name)

export default function Tenant() {
  const { tenant, staff, orders, trail, storefront } = useLoaderData<typeof loader>()
  const t = useText("admin")
  const { money, number, date } = useFormats()
  return (
    <>
      <Breadcrumb crumbs={[{ label: t("shops.title"), href: "/tenants" }, { label: tenant.name }]} />
      <PageHeader
        title={tenant.name}
        lead={<StateBadge status={tenant.status} />}
        actions={
          <>
            <LinkButton to={`/tenants/${tenant.tenantId}/live`} look="secondary" icon="chart">
              {t("watch.live")}
            </LinkButton>
            <LinkButton to={`/tenants/${tenant.tenantId}/commission`} look="secondary">
              {t("commission.title")}
            </LinkButton>
            <SuspensionForm tenant={tenant} />
          </>
        }
      />
      <section aria-label={t("shop.facts")} className="panel p-4">
        <KeyValues
          entries={[
            {
              label: t("shop.address"),
              value: (
                <a className="text-link" href={storefront} target="_blank" rel="noreferrer">
                  {tenant.host}
                </a>
              ),
            },
            { label: t("shop.language"), value: tenant.language },
            { label: t("shop.opened"), value: date(tenant.openedAt) },
            { label: t("shops.products"), value: number(tenant.products) },
            { label: t("shops.customers"), value: number(tenant.customers) },
            { label: t("shops.orders"), value: number(tenant.orders30Days) },
            { label: t("shops.revenue"), value: money(tenant.revenue30Days) },
          ]}
        />
      </section>
      <Section title={t("shop.orders")}>
        <OrderTable orders={orders} />
      </Section>
      <Section title={t("shop.staff")}>
        <StaffTable staff={staff} />
      </Section>
      <Section title={t("shop.trail")}>
        <AuditTable entries={trail} />
      </Section>
    </>
  )
}
