import type { Exactness } from "@/catalogue/status"
import { classOf, isAt } from "@/extraction/characters"
import { WordTree } from "@/extraction/lexicon/word-tree"

/** 量词 that metrics are counted with, and 量词 of things that no metric counts; a figure with one of the latter is
 * known and left. The longest one at a place wins: 人次 before 人. */
const counting = `人次 人(次) 件次 件(次) 户次 家次 场次 场(次) 次(场) 批次 期次 条次 个 件 份 项 条 次 场 期 轮 起 宗 例 卷 本 册 张 名 人 位 家 户 批 堂 篇 处 万元 元 亿元 人/次 场/次`
const outside = `平方公里 平方千米 平方米 ㎡ 平方 亩 公里 千米 米 公顷 吨 公斤 千克 立方米 天 年 个月 个工作日 工作日 个小时 小时 个学时 学时 课时 分钟 秒 周岁 岁 分 倍 票 辆 台 届 级 号 楼 层 只 头 栋 幢 座 间 套 部 幅 块 支 所 类 大类
  种 面 组 字 封 集 首 门 节 车次 班次 站次 辆次 艘 枚 盏 把 袋 箱 对 款 桌 班 片 盒 匹 瓶 扇 棵 株 道 版 章 个亿 美元 周 季 日 月 时 度 人日 课 个百分点儿 网格 周年 余载 载 口 块次 场地 阶段 环节 步 条街 旬 平`
const rates = `% 个百分点 百分点 ‰ 成`

export type UnitClass = "count" | "outside" | "rate" | "points"

const unitOfWord = new Map<string, UnitClass>()
for (const word of outside.split(/\s+/)) unitOfWord.set(word, "outside")
for (const word of counting.split(/\s+/)) unitOfWord.set(word, "count")
for (const word of rates.split(/\s+/)) unitOfWord.set(word, word.includes("点") ? "points" : "rate")

/** What kind of unit a 量词 is, or null for what is none. */
export function unitOf(classifier: string): UnitClass | null {
  return unitOfWord.get(classifier) ?? null
}

/** Words that begin like a classifier and are none. */
const deceptive =
  "人民 人大 人员 人均 人口 分别 分类 分析 分为 部门 项目 起草 处理 处罚 处置 名称 年度 条例 期间 个人 个体 月度 级别 件件 时效 面积 组织 组成 班子 场所 字样 对比 台账 平台 平安 位于 度假 家庭 户籍 份额 所有 首次 首个 日常 道路 门店 层面 版权 章程 课题 节点 把关 种类 面向"

/** `scale`: what a figure is multiplied by, as money is in yuan, and 成 are tenths. */
export type Classifier = { written: string; unit: UnitClass; scale: number }

const scales: Readonly<Record<string, number>> = { 万元: 1e4, 亿元: 1e8, 成: 10 }
const classifiers: readonly Classifier[] = [...unitOfWord].map(([written, unit]) => ({
  written,
  unit,
  scale: scales[written] ?? 1,
}))
/** The classifier of 百分之九十八, which stands before its figure. */
export const percentSign: Classifier = { written: "%", unit: "rate", scale: 1 }

/** The scale of a 量词, 1 of most. */
export const scaleOf = (classifier: string) => scales[classifier] ?? 1

const tree = new WordTree(new Map(classifiers.map(({ written }, item) => [written, item])))
const deceptiveTree = new WordTree(new Map(deceptive.split(" ").map((word) => [word, 0])))
const seconds = classOf([...deceptive.split(" ")].map((word) => word[1]).join(""))
const beginning = classOf(classifiers.map(({ written }) => written[0]).join(""))

/** False where no classifier can begin. */
export const mayClassify = (text: string, from: number) => isAt(text, from, beginning)

/** The classifier that begins at `from`, or null: 人次 · 件 · % · 平方公里 … `written` is as in the text. */
export function classifierAt(text: string, from: number): Classifier | null {
  if (!mayClassify(text, from)) return null
  const found = tree.find(text, from)
  if (found < 0) return null
  const deceives =
    isAt(text, from + 1, seconds) && deceptiveTree.find(text, from) >= 0 && !text.startsWith("个人民", from)
  return deceives ? null : (classifiers[found >> 6] ?? null)
}

/** Words before a figure that make it inexact, longest first. */
export const exactnessBefore: readonly { words: string; exactness: Exactness }[] = [
  { words: "不少于", exactness: "over" },
  { words: "不低于", exactness: "over" },
  { words: "至少", exactness: "over" },
  { words: "超过", exactness: "over" },
  { words: "突破", exactness: "over" },
  { words: "多于", exactness: "over" },
  { words: "逾", exactness: "over" },
  { words: "超", exactness: "over" },
  { words: "上", exactness: "over" },
  { words: "将近", exactness: "under" },
  { words: "接近", exactness: "under" },
  { words: "近", exactness: "under" },
  { words: "不足", exactness: "under" },
  { words: "不到", exactness: "under" },
  { words: "大约", exactness: "about" },
  { words: "大概", exactness: "about" },
  { words: "约为", exactness: "about" },
  { words: "约", exactness: "about" },
]
/** Words after a figure and its classifier that make it inexact. */
export const exactnessAfter: readonly { words: string; exactness: Exactness }[] = [
  { words: "以上", exactness: "over" },
  { words: "之多", exactness: "exact" },
  { words: "左右", exactness: "about" },
  { words: "上下", exactness: "about" },
  { words: "以内", exactness: "under" },
  { words: "以下", exactness: "under" },
]
