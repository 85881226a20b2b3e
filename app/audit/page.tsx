import { parseQuery } from "@/app/audit/parse-query"
import type { SearchParams } from "@/app/parse-address"
import { withDesk } from "@/app/with-desk"
import { AuditPage } from "@/components/audit/audit-page"
import { viewAudit } from "@/services/view-audit"

export default function Page({ searchParams }: { searchParams: SearchParams }) {
  return withDesk("audit.read", async (desk, locale) => {
    const query = parseQuery(await searchParams)
    return <AuditPage locale={locale} query={query} view={await viewAudit(desk, query)} />
  })
}
