import { rm } from "node:fs/promises"
import { join, resolve } from "node:path"
import { CommandFailure } from "@/cli/command-failure"
import { atDatabase, atDesk } from "@/cli/open-desk"
import { openServer } from "@/services/open-database"
import { BackupFault, type BackupFaultCode } from "@/services/read-backup"
import { NotEmpty, restoreBackup } from "@/services/restore-backup"
import { writeBackup } from "@/services/write-backup"

const faults: Readonly<Record<BackupFaultCode, string>> = {
  missing: "没有这个文件 / no such file",
  not_a_backup: "这不是法度的备份 / this is no backup of Fadu",
  damaged: "备份已损坏，与其校验和不符 / the backup is damaged: it does not match its checksum",
  cut_off: "备份不完整，文件被截断 / the backup is not whole: the file was cut off",
  newer: "备份来自更新的版本，请先升级本程序 / the backup is from a newer release: upgrade first",
}
const nothingChanged = "没有改动任何数据 / nothing was changed"

/** `fadu backup [FILE]`: everything in one file, while people go on working. */
export function runBackup([file]: string[]): Promise<number> {
  return atDesk(async ({ now }, { dataFolder }, { owner }) => {
    const stamp = now.toISOString().replace(/[-:]/g, "").slice(0, 15)
    const { path, rows, sha256 } = await writeBackup(
      owner,
      file ?? join(dataFolder, "backups", `fadu-${stamp}.backup`),
    )
    console.log(`已备份 ${rows} 行：${path} / rows backed up\nSHA-256 ${sha256}`)
    return 0
  })
}

/** `fadu restore FILE [--replace]`: everything of the file or nothing, into the configured database. */
export function runRestore([file = ""]: string[], replace: boolean): Promise<number> {
  return atDatabase(({ owner }) => restore(owner, file, replace))
}

/** `fadu move URL`: copies the configured database to an empty PostgreSQL server; the old one stays as it is. */
export function runMove([url = ""]: string[]): Promise<number> {
  if (!/^postgres(ql)?:\/\//.test(url))
    throw new CommandFailure("应为 postgres://… / must be postgres://…", 2)
  return atDesk(async (_, { dataFolder }, { owner }) => {
    const { path } = await writeBackup(owner, join(dataFolder, "backups", "moving.backup"))
    const server = openServer(url)
    try {
      await restore(server.owner, path, false)
    } finally {
      await server.close()
      await rm(path)
    }
    console.log(
      `已搬迁。请在 .env 中设 DATABASE_URL 为这个地址，再启动 / moved: set DATABASE_URL to this address in .env and start again`,
    )
    return 0
  })
}

async function restore(owner: Parameters<typeof restoreBackup>[0], file: string, replace: boolean) {
  try {
    const { rows, sha256 } = await restoreBackup(owner, resolve(file), replace)
    console.log(`已恢复 ${rows} 行 / rows restored\nSHA-256 ${sha256}`)
    return 0
  } catch (error) {
    if (error instanceof BackupFault)
      throw new CommandFailure(`${file}: ${faults[error.code]}\n${nothingChanged}`, 1)
    if (!(error instanceof NotEmpty)) throw error
    const { reports, accounts } = error.standing
    throw new CommandFailure(
      `数据库里已有 ${reports} 份报告、${accounts} 个账号；确要覆盖请加 --replace / the database holds reports and accounts already: add --replace to replace them\n${nothingChanged}`,
      1,
    )
  }
}
