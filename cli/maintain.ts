import { atDesk } from "@/cli/open-desk"
import { checkDatabase } from "@/services/check-database"
import { emptyDemonstration } from "@/services/empty-demonstration"

/** `fadu migrate`: every command that opens the database migrates it first, so there is nothing left to do here. */
export function runMigrate(): Promise<number> {
  return atDesk(async () => {
    console.log("数据库结构已是最新 / the database has the newest schema")
    return 0
  })
}

/** `fadu check`: reaches the database and holds every quote against its text. 1 if a quote does not stand. */
export function runCheck(): Promise<number> {
  return atDesk(async (desk) => {
    const { reports, observations, broken } = await checkDatabase(desk.db)
    console.log(
      `数据库正常：${reports} 份报告，${observations} 个数字 / reachable: ${reports} reports, ${observations} figures`,
    )
    if (broken > 0)
      console.error(`${broken} 处引文与原文不符 / quotes that do not stand in their text: ${broken}`)
    return broken > 0 ? 1 : 0
  })
}

/** `fadu empty-demonstration`: removes the invented county for good. */
export function runEmptyDemonstration(): Promise<number> {
  return atDesk(async (desk) => {
    const reports = await emptyDemonstration(desk)
    console.log(`已清空演示数据：${reports} 份报告 / demonstration data removed: ${reports} reports`)
    return 0
  })
}
