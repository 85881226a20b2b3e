import { atDesk } from "@/cli/open-desk"
import { noteHead, readHeads } from "@/services/audit-heads"
import { type AuditState, checkAudit } from "@/services/check-audit"
import { checkDatabase } from "@/services/check-database"
import { emptyDemonstration } from "@/services/empty-demonstration"

/** `fadu migrate`: every command that opens the database migrates it first, so there is nothing left to do here. */
export function runMigrate(): Promise<number> {
  return atDesk(async () => {
    console.log("数据库结构已是最新 / the database has the newest schema")
    return 0
  })
}

/** `fadu check`: reaches the database, holds every quote against its text and every sum against its figures, and follows the
 * audit log's chain; then notes its head in the data folder. 1 if a quote does not stand, a sum is wrong, or a line of the log
 * was changed or removed. */
export function runCheck(): Promise<number> {
  return atDesk(async ({ now }, { dataFolder }, opened) => {
    const { reports, observations, broken, wrongTotals } = await checkDatabase(opened.owner)
    console.log(
      `数据库正常：${reports} 份报告，${observations} 个数字 / reachable: ${reports} reports, ${observations} figures`,
    )
    if (broken > 0)
      console.error(`${broken} 处引文与原文不符 / quotes that do not stand in their text: ${broken}`)
    if (wrongTotals > 0)
      console.error(
        `${wrongTotals} 个县或省的合计与其数字不符 / totals of counties or provinces that their figures do not add up to: ${wrongTotals}`,
      )
    const audit = await checkAudit(opened.owner, await readHeads(dataFolder))
    const faults = describeFaults(audit)
    for (const fault of faults) console.error(fault)
    if (faults.length === 0) {
      await noteHead(opened.owner, dataFolder, now)
      const { lines, head } = audit
      console.log(
        `审计日志完好：${lines} 行，末行 ${head.id} ${head.hash} / the audit log is whole: lines, last line`,
      )
    }
    return broken > 0 || wrongTotals > 0 || faults.length > 0 ? 1 : 0
  })
}

function describeFaults({ brokenAt, headDiffers, missing }: AuditState): string[] {
  const lost = missing.map(({ id }) => id).join(", ")
  return [
    brokenAt === null
      ? []
      : `审计日志从第 ${brokenAt} 行起被改动或删除 / the audit log was changed or cut at line ${brokenAt}`,
    headDiffers
      ? "审计日志末尾有行被删除或绕过程序添加 / lines at the audit log's end are gone or forged"
      : [],
    lost ? `以前记下的末行已不在审计日志中 / heads noted earlier are gone from the audit log: ${lost}` : [],
  ].flat()
}

/** `fadu empty-demonstration`: removes the invented county for good. */
export function runEmptyDemonstration(): Promise<number> {
  return atDesk(async (desk) => {
    const reports = await emptyDemonstration(desk)
    console.log(`已清空演示数据：${reports} 份报告 / demonstration data removed: ${reports} reports`)
    return 0
  })
}
