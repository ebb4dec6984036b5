import { ok, refuse, type Verdict } from '../verdict'

export const PASSWORD_MIN = 12
export const PASSWORD_MAX = 128

/** What people reach for first, in Vietnamese, English, Chinese in Latin letters, and this place's own names. */
const COMMON_WORDS =
  `password passwort passw pass matkhau mima admin administrator root user guest login welcome letmein secret
changeme default master test testing temp hello xinchao nihao iloveyou loveyou anhyeuem emyeuanh yeuem yeuanh
woaini love baby sunshine princess princesa dragon monkey football baseball superman batman pokemon shadow
michael jordan charlie summer winter spring autumn monday friday january december freedom whatever trustno
starwars computer internet google facebook samsung iphone company congty giadinh conyeu bengoan hanhphuc maimai
motminh khongbiet khongco nguyen tranvan vietnam hanoi saigon hochiminh langson dongdang huunghi huulung china
zhongguo beijing cotmoc dautu investor invest khucongnghiep congnghiep tinhlangson`.split(/\s+/)

const RUNS = `01234567890 09876543210 abcdefghijklmnopqrstuvwxyz zyxwvutsrqponmlkjihgfedcba qwertyuiop poiuytrewq
asdfghjkl lkjhgfdsa zxcvbnm mnbvcxz qazwsxedcrfvtgb 1qaz2wsx3edc4rfv !@#$%^&*()`.split(/\s+/)

const LEET: Record<string, string> = { '@': 'a', '4': 'a', '0': 'o', '1': 'i', '3': 'e', '5': 's', $: 's', '7': 't' }

const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/đ/g, 'd')
const unleet = (text: string): string => text.replace(/[@40135$7]/g, (sign) => LEET[sign] ?? sign)

const WORDS = [...COMMON_WORDS].sort((a, b) => b.length - a.length)

/** How much of the text from `at` on is one guessable piece, and what the piece is. */
function pieceAt(text: string, plain: string, at: number): { length: number; piece: string; worth: number } {
  const word = WORDS.find((candidate) => plain.startsWith(candidate, at))
  if (word) return { length: word.length, piece: word, worth: 2 }
  for (const run of RUNS) {
    let length = Math.min(run.length, text.length - at)
    while (length >= 3 && !run.includes(text.slice(at, at + length))) length -= 1
    if (length >= 3) return { length, piece: 'run', worth: 1 }
  }
  const repeated = /^(.{1,4}?)\1+/u.exec(text.slice(at))
  if (repeated && repeated[0].length >= 3) return { length: repeated[0].length, piece: repeated[0], worth: 1 }
  const digits = /^(19|20)\d\d|^\d{2,8}/.exec(text.slice(at))
  if (digits) return { length: digits[0].length, piece: digits[0], worth: 2 }
  const sign = text[at] ?? ''
  return { length: 1, piece: sign, worth: /[a-z0-9]/.test(sign) ? 1 : 0.5 }
}

/**
 * How many independent choices a password shows: a common word or a number is worth two, a run on the keyboard or a
 * repetition one, every other letter one, a sign a half; the same piece counts once.
 */
function choicesIn(password: string): number {
  const text = fold(password)
  const plain = unleet(text)
  const seen = new Set<string>()
  let worth = 0
  for (let at = 0; at < text.length; ) {
    const found = pieceAt(text, plain, at)
    if (!seen.has(found.piece)) worth += found.worth
    seen.add(found.piece)
    at += found.length
  }
  return worth
}

/** Fewer choices than this are guessed by trying common words with numbers and signs around them. */
const CHOICES_MIN = 7

/**
 * A password somebody may choose: 12 to 128 characters, not made of common words, years, runs and repetitions alone,
 * and without the name in the e-mail address. Refuses `too-long` (max), `password-weak`.
 * After NIST SP 800-63B 5.1.1.2: length and a check against what is commonly used, no rules on kinds of characters.
 */
export function checkPassword(password: string, email = ''): Verdict<string> {
  if (password.length > PASSWORD_MAX) return refuse('too-long', { max: PASSWORD_MAX })
  const name = fold(email.split('@')[0] ?? '')
  const ownName = name.length >= 4 && fold(password).includes(name)
  if (password.length < PASSWORD_MIN || ownName || choicesIn(password) < CHOICES_MIN) return refuse('password-weak')
  return ok(password)
}
