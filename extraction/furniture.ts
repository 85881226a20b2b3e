import { lineMarks } from "@/extraction/line-marks"

/** What a line of a page can be that is no part of the report, read without blanks and folded. A line of furniture is
 * short and holds no full stop: these patterns never see a paragraph. */
type FurniturePattern = { name: string; pattern: RegExp }

const longest = 160

/** By what a line begins with. */
const beginnings: readonly FurniturePattern[] = [
  { name: "breadcrumb", pattern: /^(您?(现在|所在|当前)?的?位置|当前位置|首页)/ },
  { name: "metadata", pattern: /^[•·|*]*(信息)?(索引号|公开方式|公开形式|主题分类|体裁分类|组配分类|有效性|生效日期|废止日期|公开日期|公开时限|公开范围)/ },
  { name: "metadata", pattern: /^[•·|*]*(文号|发文字号|成文日期|生成日期|发文日期|发布日期|发布时间|发布单位|发布机构|发文机关|信息来源)[:\d|]?/ },
  { name: "byline", pattern: /^[•·|*]*(日期|时间|来源|作者|编辑|责任编辑|审核|名称|编号|字体|字号|供稿|撰稿)[:|]/ },
  { name: "counter", pattern: /^[•·|*]*(浏览|访问|点击|阅读)(次数|量|率|数)?[:\d|-]/ },
  { name: "buttons", pattern: /^[[【(]?(打印|关闭|分享|收藏|下载|返回|上一篇|下一篇|扫一扫|我要纠错|手机版|回到顶部|大中小)/ },
  { name: "footer", pattern: /^(主办|承办)(单位)?:|^(联系)?(电话|地址|邮箱|邮编):/ },
  { name: "value of a label", pattern: /^[A-Za-z0-9][A-Za-z0-9/.:-]{7,60}$/ },
] // biome-ignore format: a table

/** By what stands anywhere in it: such a line holds one of the characters that `lineMarks` has for it. */
const anywhere: readonly FurniturePattern[] = [
  { name: "breadcrumb", pattern: /^>|[^>]>[^>].*>|^[^>]{2,20}>[^>]/ },
  { name: "accessibility", pattern: /老年模式|无障碍|长者(模式|版|助手)|适老|语音播报|繁體|简体版/ },
  { name: "counter", pattern: /点击数?:|浏览次数:|访问次数:/ },
  { name: "footer", pattern: /ICP备|公网安备|版权所有|网站标识码|技术支持:/ },
] // biome-ignore format: a table

const oneOf = (patterns: readonly FurniturePattern[]) =>
  new RegExp(patterns.map(({ pattern }) => pattern.source).join("|"))
const begins = oneOf(beginnings)
const holds = oneOf(anywhere)

/** Whether a line is no part of the report. `line` is folded and without blanks, `has` the marks that it holds. */
export function isFurniture(line: string, has: number): boolean {
  if (line.length > longest || (has & lineMarks.fullStop) !== 0) return false
  return begins.test(line) || ((has & lineMarks.furniture) !== 0 && holds.test(line))
}
