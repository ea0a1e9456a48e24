const counts = [
  'noll',
  'en',
  'två',
  'tre',
  'fyra',
  'fem',
  'sex',
  'sju',
  'åtta',
  'nio',
  'tio',
  'elva',
  'tolv',
  'tretton',
  'fjorton',
  'femton',
  'sexton',
  'sjutton',
  'arton',
  'nitton',
  'tjugo',
]
const fractions: readonly (readonly [RegExp, number])[] = [
  [/^(en |1 )?(hälften|halva|halvan)/, 1 / 2],
  [/^(en |1 )?tredjedel/, 1 / 3],
  [/^två tredjedelar/, 2 / 3],
  [/^(en |1 )?(fjärdedel|kvarts)/, 1 / 4],
  [/^tre fjärdedelar/, 3 / 4],
  [/^(en |1 )?femtedel/, 1 / 5],
  [/^två femtedelar/, 2 / 5],
  [/^tre femtedelar/, 3 / 5],
  [/^fyra femtedelar/, 4 / 5],
  [/^(en |1 )?tiondel/, 1 / 10],
]

/** 'elva' → 11; null for other words. Zero to twenty, as texts spell them out. */
export const countWord = (word: string): number | null => {
  const at = counts.indexOf(word === 'ett' ? 'en' : word)
  return at < 0 ? null : at
}

/** 'hälften' → 0,5; 'två tredjedelar' → 0,667; null for other words. */
export const fractionWord = (words: string): number | null => fractions.find(([shape]) => shape.test(words))?.[1] ?? null
