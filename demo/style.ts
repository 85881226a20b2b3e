import type { Topic } from "@/demo/phrase"

export type Side = "shortcomings" | "causes" | "duty" | "plan"

/** A part of a report: what was done, in groups of topics each with a lead, or one of the parts without figures. */
export type Part = WorkPart | SidePart
export type WorkPart = { heading: string; groups: readonly { lead: string; topics: readonly Topic[] }[] }
export type SidePart = { heading: string; sides: readonly Side[] }

/** How a town builds its report. `part` numbers headings, `group` what stands below them; `inline` keeps a part's groups in
 * one paragraph (`一是…二是…`). */
export type Style = {
  title: string
  part: "一、" | "第一部分" | "none"
  group: "（一）" | "1." | "一是" | "none"
  inline: boolean
  parts: readonly Part[]
}

export const styles: readonly [Style, ...Style[]] = [
  {
    title: "{名}{年}年度法治政府建设情况报告",
    ...{ part: "一、", group: "（一）", inline: false },
    parts: [
      {
        heading: "{年}年法治政府建设工作情况",
        groups: [
          { lead: "压实法治建设责任", topics: ["meetings", "study", "duty-reports"] },
          { lead: "健全依法决策机制", topics: ["reviews", "documents", "advisers"] },
          { lead: "规范行政执法行为", topics: ["officers", "penalties", "files"] },
          { lead: "依法化解矛盾纠纷", topics: ["disputes", "petitions", "litigation"] },
          { lead: "提升法治宣传实效", topics: ["training", "publicity", "villages"] },
          { lead: "自觉接受各方监督", topics: ["openness"] },
        ],
      },
      { heading: "存在的不足和原因", sides: ["shortcomings", "causes"] },
      { heading: "党政主要负责人履行法治建设第一责任人职责情况", sides: ["duty"] },
      { heading: "{明年}年工作安排", sides: ["plan"] },
    ],
  },
  {
    title: "{名}关于{年}年法治政府建设工作情况的报告",
    ...{ part: "一、", group: "一是", inline: true },
    parts: [
      {
        heading: "主要举措和成效",
        groups: [
          { lead: "抓组织领导", topics: ["meetings", "study"] },
          { lead: "抓政务服务", topics: ["services", "legal-aid"] },
          { lead: "抓合法审查", topics: ["reviews", "charters"] },
          { lead: "抓执法规范", topics: ["officers", "penalties"] },
        ],
      },
      {
        heading: "基层治理法治化情况",
        groups: [
          { lead: "防风险", topics: ["safety", "disputes"] },
          { lead: "解争议", topics: ["petitions", "litigation"] },
          { lead: "强普法", topics: ["training", "publicity", "villages"] },
        ],
      },
      { heading: "主要负责人履职情况", sides: ["duty"] },
      { heading: "存在问题及原因分析", sides: ["shortcomings", "causes"] },
      { heading: "下一步工作打算", sides: ["plan"] },
    ],
  },
  {
    title: "{年}年度{名}推进法治政府建设工作报告",
    ...{ part: "第一部分", group: "1.", inline: false },
    parts: [
      { heading: "第一责任人职责落实情况", sides: ["duty"] },
      {
        heading: "重点工作完成情况",
        groups: [
          { lead: "领导带头学法用法", topics: ["study", "meetings"] },
          { lead: "把好文件和决策关口", topics: ["documents", "reviews"] },
          { lead: "推动执法力量下沉", topics: ["officers", "penalties", "files"] },
          { lead: "筑牢安全防线", topics: ["safety"] },
          { lead: "做实调解和信访", topics: ["disputes", "petitions"] },
          { lead: "法律服务进村入户", topics: ["legal-aid", "villages", "publicity"] },
        ],
      },
      { heading: "短板弱项", sides: ["shortcomings"] },
      { heading: "原因剖析", sides: ["causes"] },
      { heading: "{明年}年主要打算", sides: ["plan"] },
    ],
  },
  {
    title: "{名}{年}年度法治政府建设年度报告",
    ...{ part: "none", group: "none", inline: false },
    parts: [
      {
        heading: "工作开展情况",
        groups: [
          { lead: "坚持党的领导，责任链条更加清晰", topics: ["meetings", "duty-reports", "study"] },
          { lead: "坚持依法决策，审查机制更加健全", topics: ["reviews", "advisers", "charters"] },
          { lead: "坚持严格执法，执法行为更加规范", topics: ["penalties", "files"] },
          { lead: "坚持源头治理，社会大局更加稳定", topics: ["disputes", "litigation", "safety"] },
          { lead: "坚持服务为民，法治获得感更加充实", topics: ["services", "publicity", "openness"] },
        ],
      },
      { heading: "问题和原因", sides: ["shortcomings", "causes"] },
      { heading: "第一责任人履职情况", sides: ["duty"] },
      { heading: "下一步计划", sides: ["plan"] },
    ],
  },
  {
    title: "{名}人民政府{年}年法治政府建设情况报告",
    ...{ part: "一、", group: "1.", inline: false },
    parts: [
      {
        heading: "法治政府建设推进情况",
        groups: [
          { lead: "强化学习培训", topics: ["study", "training"] },
          { lead: "强化统筹谋划", topics: ["meetings", "documents"] },
        ],
      },
      {
        heading: "依法履行职能情况",
        groups: [
          { lead: "优化营商环境", topics: ["services", "reviews"] },
          { lead: "推进综合执法", topics: ["officers", "penalties"] },
          { lead: "化解行政争议", topics: ["litigation", "petitions", "disputes"] },
          { lead: "推进政务公开", topics: ["openness"] },
          { lead: "建设法治文化", topics: ["publicity", "villages", "legal-aid"] },
        ],
      },
      { heading: "主要负责人履行职责情况", sides: ["duty"] },
      { heading: "存在不足和原因", sides: ["shortcomings", "causes"] },
      { heading: "{明年}年工作计划", sides: ["plan"] },
    ],
  },
]
