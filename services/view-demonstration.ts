import { getSetting } from "@/db/reads/get-setting"
import { asReader, type Desk } from "@/services/desk"

/** The county code of the demonstration data while it is in the database, else null. */
export async function viewDemonstration(desk: Desk): Promise<number | null> {
  const setting = await asReader(desk, (tx) => getSetting(tx, "demonstration"))
  return setting?.state === "loaded" ? setting.countyCode : null
}

/** Whether this database ever had the demonstration data, or is without it for good. */
export async function knowsDemonstration(desk: Desk): Promise<boolean> {
  return (await asReader(desk, (tx) => getSetting(tx, "demonstration"))) !== null
}
