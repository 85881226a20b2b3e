export const townKinds = ["town", "township", "subdistrict", "other"] as const
export type TownKind = (typeof townKinds)[number]

/** Who reports. `code` is the official 9-digit code as an integer; its first six digits are `countyCode`. */
export type Town = { code: number; name: string; kind: TownKind; countyCode: number }

export type County = {
  code: number
  name: string
  cityCode: number
  cityName: string
  provinceCode: number
  provinceName: string
}

/** A town's kind by its name: 镇, 乡 (苏木 and 民族乡 too), 街道; anything else (a farm, a park) is `other`. */
export function kindOfTown(name: string): TownKind {
  if (name.endsWith("街道") || name.endsWith("街道办事处")) return "subdistrict"
  if (name.endsWith("镇")) return "town"
  if (name.endsWith("乡") || name.endsWith("苏木")) return "township"
  return "other"
}
