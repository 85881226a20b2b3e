import { dictionary } from "@zxcvbn-ts/language-common"
import { leastPassword, mostPassword } from "@/services/accounts/open-auth"
import { Problem } from "@/services/problem"

/** Favourites of Chinese offices that international lists lack, all in small letters. */
const favourites = [
  ...["woaini", "woaini1314", "woaini520", "5201314", "1314520", "aini1314", "woaizhongguo", "zhongguo"],
  ...["mima", "mima123456", "guanliyuan", "xitong", "sifaju", "sifasuo", "fazhi", "fazhiban", "yifazhishi"],
  ...[
    "renmin",
    "zhengfu",
    "beijing2008",
    "nihao",
    "nihao123",
    "qq123456",
    "a123456",
    "aa123456",
    "abc123456",
  ],
  ...["1q2w3e4r5t", "1qaz2wsx3edc", "qwe123456", "asd123456", "zxc123456", "q1w2e3r4t5", "p@ssw0rd", "fadu"],
]
const common = new Set([...dictionary["passwords-common"], ...favourites])

/** Throws Problem where a new password is too short or long, among the common ones (also with digits and signs hung on to
 * either end), one character or run repeated, or built on the person's own user name. */
export function checkPassword(password: string, username: string): void {
  if ([...password].length < leastPassword) throw new Problem("password_short")
  if ([...password].length > mostPassword) throw new Problem("password_long")
  const small = password.toLowerCase()
  const core = small.replace(/^[\d\W_]+|[\d\W_]+$/g, "")
  if (core.includes(username.toLowerCase()) && username !== "") throw new Problem("password_has_name")
  const isPlain = core.length < 4 && new Set(small).size < 6
  if (common.has(small) || common.has(core) || isPlain || /^(.{1,4})\1+$/.test(small) || isRun(small))
    throw new Problem("password_common")
}

/** Whether every character is the next, or the one before, of the character ahead of it: 1234567890, abcdefghij. */
function isRun(text: string): boolean {
  const steps = [...text]
    .slice(1)
    .map((letter, i) => (letter.codePointAt(0) ?? 0) - (text.codePointAt(i) ?? 0))
  const run = steps.filter((step) => Math.abs(step) === 1 && step === steps[0]).length
  return run >= steps.length - 1
}
