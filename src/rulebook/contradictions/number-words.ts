const swedish = 'noll en två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton nitton tjugo'.split(' ')
const english =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(' ')
const ordinals: Readonly<Record<string, number>> = { annan: 2, tredje: 3, fjärde: 4, femte: 5, sjätte: 6, sjunde: 7, åttonde: 8, nionde: 9, tionde: 10 }
const parts: readonly (readonly [RegExp, number])[] = [
  [/^tredjedel(ar)?$|^thirds?$/, 3],
  [/^(fjärdedel(ar)?|kvarts?)$|^quarters?$/, 4],
  [/^femtedel(ar)?$|^fifths?$/, 5],
  [/^sjättedel(ar)?$|^sixths?$/, 6],
  [/^tiondel(ar)?$|^tenths?$/, 10],
]

/** 'elva' → 11; null for other words. Zero to twenty, as texts spell them out, in Swedish or English. */
export const countWord = (word: string): number | null => {
  const name = word === 'ett' ? 'en' : word
  const at = Math.max(swedish.indexOf(name), english.indexOf(name))
  return at < 0 ? null : at
}

const numberOf = (word: string): number | null => (/^\d{1,4}$/.test(word) ? Number(word) : word === 'a' || word === 'an' ? 1 : countWord(word))

/** Is it one number of another in figures ('12 av 15'), counted and not about so much? */
export const isCountOf = (text: string): boolean => /^\d+ (av|of|out of|in) (1[1-9]|[2-9]\d|\d{3,})$/.test(text)

const tens: Readonly<Record<string, number>> = { tiotal: 10, femtontal: 15, tjugotal: 20, trettiotal: 30, fyrtiotal: 40, femtiotal: 50, hundratal: 100 }

/** 'ett tjugotal' → 20, and about so many; null for other words. */
export const aboutWord = (text: string): number | null => tens[/^ett ([a-zåäö]+)/.exec(text)?.[1] ?? ''] ?? null

/** 'ett par', 'en handfull': a word of number that is none, since what follows it counts otherwise. */
export const saysSome = (text: string): boolean =>
  /^(en|ett) (handfull|par|fåtal|flertal|mängd|rad|stort|antal|[a-zåäö]+tal|dussin|tusen|miljon)(?![a-zåäö])/.test(text)

/** 'hälften' → 0,5; 'två tredjedelar' → 0,667; 'tre av fyra' → 0,75; 'var femte' → 0,2; null for other words. */
export const fractionWord = (words: string): number | null => {
  const text = words.replace(/^(en|ett|1) (?=halva|hälften)/, '').replace(/ (av|of) (alla|de|dem|the|all) .*$/, '')
  if (/^(hälften|halva|halvan|half)(?![a-zåäö])/.test(text) || /^var(t)?annan(?![a-zåäö])|^vartannat/.test(text)) return 1 / 2
  const every = /^var(?:t)? ([a-zåäö]+)/.exec(text)
  if (every) return ordinals[every[1] as string] ? 1 / (ordinals[every[1] as string] as number) : null
  const of = /^(\S+) (?:av|of|out of|in) (\S+)$/.exec(text)
  if (of) {
    const [part, whole] = [numberOf(of[1] as string), numberOf(of[2] as string)]
    return part !== null && whole !== null && whole > 0 && part <= whole ? part / whole : null
  }
  const [first = '', second = ''] = text.split(' ')
  const [count, name] = numberOf(first) === null ? [1, first] : [numberOf(first) as number, second]
  const size = parts.find(([shape]) => shape.test(name))?.[1]
  return size === undefined ? null : count / size
}
