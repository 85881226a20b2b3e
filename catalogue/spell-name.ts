import { pinyin } from "pinyin-pro"

const spelled = new Map<string, string>()

/** What a Chinese name is found by: itself, its pinyin without tones in one word, and its initials: `沿江镇 yanjiangzhen yjz`.
 * For the server only: the dictionary does not belong into a browser. */
export function spellName(name: string): string {
  const known = spelled.get(name)
  if (known !== undefined) return known
  const syllables = pinyin(name, { toneType: "none", type: "array", v: true, nonZh: "consecutive" })
  const keys = [name, syllables.join(""), syllables.map((syllable) => syllable[0] ?? "").join("")].join(" ")
  spelled.set(name, keys)
  return keys
}
