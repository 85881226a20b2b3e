import { pinyin } from "pinyin-pro"
import type { Town, TownKind } from "@/catalogue/town"

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

const kinds: Readonly<Record<TownKind, readonly [string, RegExp]>> = {
  town: ["Town", /镇$/],
  township: ["Township", /(民族)?乡$|苏木$/],
  subdistrict: ["Subdistrict", /街道(办事处)?$/],
  other: ["", /$^/],
}

/** A town's name for readers of English: `Qingtang Town` for 青棠镇. Not official: a name may have a spelling of its own. For
 * the server only, as above. */
export function romaniseTown({ name, kind }: Pick<Town, "name" | "kind">): string {
  const [word, ending] = kinds[kind]
  return romanise(name, word, ending)
}

const countyKinds: readonly (readonly [string, RegExp])[] = [
  ["Autonomous County", /自治县$/],
  ["County", /县$/],
  ["District", /区$/],
  ["City", /市$/],
  ["Banner", /旗$/],
]

/** The same of a county: `Linhai City` for 临海市. */
export function romaniseCounty(name: string): string {
  const [word, ending] = countyKinds.find(([, end]) => end.test(name)) ?? ["", /^$/]
  return romanise(name, word, ending)
}

function romanise(name: string, word: string, ending: RegExp): string {
  const own = name.replace(ending, "")
  const syllables = pinyin(own === "" ? name : own, { toneType: "none", type: "array", nonZh: "consecutive" })
  const joined = syllables
    .map((syllable, index) => (index > 0 && /^[aoe]/.test(syllable) ? `'${syllable}` : syllable))
    .join("")
  return `${joined.charAt(0).toUpperCase()}${joined.slice(1)} ${word}`.trim()
}
