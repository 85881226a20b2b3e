import { townOf } from "@/catalogue/divisions"
import { atDesk } from "@/cli/open-desk"
import { findRegion } from "@/services/find-region"
import { rereadCounty } from "@/services/reread-report"

/** `fadu reread`: reads the county's stored reports again with today's rules. Decisions on what is unchanged stay; what
 * changed waits for a reviewer. */
export function runReread({ region }: { region?: string }): Promise<number> {
  return atDesk(async (desk, config) => {
    const asked = region === undefined ? null : Number(region)
    const { county } = await findRegion(desk, asked, config.region)
    if (!county) {
      console.error("没有这个地区 / no such county: --region 331082")
      return 1
    }
    const changed = await rereadCounty(desk, county.code, (townCode, year) =>
      console.log(`${townOf(townCode)?.name} ${year}: 有变化，待核对 / changed, to be reviewed`),
    )
    console.log(`${county.name}：${changed} 份报告有变化 / reports that changed; /reports`)
    return 0
  })
}
