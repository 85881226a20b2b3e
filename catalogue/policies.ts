/** A document that reports cite as a basis. `validTo` is the last day of its nominal term, null where it has none;
 * `supersededBy` is the id of its successor. An office adds its own: a row here and nothing else. */
export type Policy = {
  id: string
  title: string
  /** How texts name it, folded (half-width brackets and dashes) and without title marks. */
  aliases: readonly string[]
  validFrom: string
  validTo: string | null
  supersededBy: string | null
}

/** The register of policy documents, oldest first. A successor to the outlines of 2021-2025 was not known when this was
 * written: the office enters it when it is published. */
export const policies: readonly Policy[] = [
  {
    id: "outline-2015",
    title: "法治政府建设实施纲要(2015-2020年)",
    aliases: [
      "法治政府建设实施纲要(2015-2020年)",
      "法治政府建设实施纲要(2015-2020)",
      "法治政府建设实施纲要2015-2020年",
    ],
    validFrom: "2015-12-01",
    validTo: "2020-12-31",
    supersededBy: "outline-2021",
  },
  {
    id: "outline-2021",
    title: "法治政府建设实施纲要(2021-2025年)",
    aliases: [
      "法治政府建设实施纲要(2021-2025年)",
      "法治政府建设实施纲要(2021-2025)",
      "法治政府建设实施纲要2021-2025年",
      "法治政府建设实施纲要20212025年",
    ],
    validFrom: "2021-08-01",
    validTo: "2025-12-31",
    supersededBy: null,
  },
  {
    id: "china-plan-2020",
    title: "法治中国建设规划(2020-2025年)",
    aliases: ["法治中国建设规划(2020-2025年)", "法治中国建设规划(2020-2025)"],
    validFrom: "2020-01-01",
    validTo: "2025-12-31",
    supersededBy: null,
  },
  {
    id: "society-outline-2020",
    title: "法治社会建设实施纲要(2020-2025年)",
    aliases: ["法治社会建设实施纲要(2020-2025年)", "法治社会建设实施纲要(2020-2025)"],
    validFrom: "2020-01-01",
    validTo: "2025-12-31",
    supersededBy: null,
  },
  {
    id: "zhejiang-plan-2021",
    title: "法治浙江建设规划(2021-2025年)",
    aliases: ["法治浙江建设规划(2021-2025年)", "法治浙江建设规划(2021-2025)"],
    validFrom: "2021-01-01",
    validTo: "2025-12-31",
    supersededBy: null,
  },
  {
    id: "accountability-2019",
    title: "法治政府建设与责任落实督察工作规定",
    aliases: ["法治政府建设与责任落实督察工作规定"],
    validFrom: "2019-04-15",
    validTo: null,
    supersededBy: null,
  },
]
