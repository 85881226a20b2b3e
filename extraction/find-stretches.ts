import type { Reading } from "@/extraction/build-reading"

/** Whatever a figure, a placeholder or a zero in words begins with; nothing else makes a sentence worth reading. It may
 * find too much, never too little. */
const triggers =
  /[\d@×*_…○□■?xX]|\.{3}|\(\)|<>|全覆盖|双零|零(?:败诉|纠错|复议|诉讼|信访|投诉|上访|立案|备案)|百分之|(?:未|没有)(?:发生|出现|收到|产生|新增|制定|出台|受理|接到|有)|没有(?:行政|信访|败诉)|无(?:行政|一[件起宗例次]|败诉|复议|诉讼|信访|纠错|重大行政|规范性|新增)|[〇零一二三四五六七八九十百千万亿两廿卅壹贰叁肆伍陆柒捌玖拾佰仟][余多几至-]?[个件份项条次场期轮起宗例卷本册张名人位家户批堂篇处万元亿成平亩公千吨天年月日周岁分倍票辆台届级号楼层只头栋幢座间套部幅块支所类大种面组字封集首门节车班站艘枚盏把袋箱对款桌片盒匹瓶扇棵株道版章美季时课口步街旬]/g

const closing = /[。!\n]/g
/** Sentences before a figure that may say what it is about. */
const sentencesBefore = 2

/** A sentence, and whether its words are needed. */
export type Stretch = { start: number; end: number; wanted: boolean }

/** Cuts the reading into sentences and marks those that hold a figure and the two before each. A report is mostly words:
 * leaving the others unread is what makes reading cheap. */
export function findStretches({ text, gap }: Reading): readonly Stretch[] {
  const stretches: Stretch[] = []
  triggers.lastIndex = 0
  let next = triggers.exec(text)?.index ?? text.length
  let blank = gap.indexOf(1)
  for (let start = 0; start < text.length; ) {
    closing.lastIndex = start
    const end = (closing.exec(text)?.index ?? text.length - 1) + 1
    while (next < start) next = triggers.exec(text)?.index ?? text.length
    while (blank >= 0 && blank < start) blank = gap.indexOf(1, start)
    const wanted = next < end || (blank >= 0 && blank < end)
    stretches.push({ start, end, wanted })
    if (wanted) {
      for (let i = Math.max(0, stretches.length - 1 - sentencesBefore); i < stretches.length - 1; i += 1) {
        const earlier = stretches[i]
        if (earlier) earlier.wanted = true
      }
    }
    start = end
  }
  return stretches
}
