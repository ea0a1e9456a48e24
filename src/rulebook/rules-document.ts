import { readings } from './readings.ts'
import type { Rule } from './rule.ts'
import { ruleChapter, variantTold } from './rule-chapter.ts'
import { rules } from './rules.ts'
import { rulesBySection, themes } from './rules-by-section.ts'
import { rulesIntro } from './rules-intro.ts'
import { defaultVariants, variantNames } from './variants.ts'

const links = (names: readonly string[]): string => names.map((name) => `[${name}](#${name})`).join(', ')
const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

const rowsOf = (prefix: RegExp): typeof rulesBySection => rulesBySection.filter(([number]) => prefix.test(number))
const asked = (names: readonly string[]): string =>
  names.map((name) => `[${name}](#${name}): ${rules.find((rule) => rule.name === name)?.words.en ?? ''}`).join('<br>')

/** The index: by theme, in the order of the catalogue. */
const index = (): string =>
  [
    '## Find a rule',
    ...themes.flatMap(({ title, numbers }) => [
      `**${title}**`,
      table(
        ['no.', 'sections', 'rule: what it answers', 'not asked'],
        rowsOf(numbers).map(([number, sections, names, left = '']) => [number, sections, asked(names), left]),
      ),
    ]),
  ].join('\n\n')

const variantTable = (): string =>
  [
    '## Variants',
    'Where the law leaves room or its reading is disputed, a municipality chooses in its own rules of procedure. In the program the council chooses by a clause, and `/procedure` shows what holds. Here give `"variants": { … }` among the facts of a rule that has them.',
    table(
      ['variant', 'chooses', 'default', 'rules'],
      variantNames.map((name) => [
        `\`${name}\``,
        variantTold(name),
        `\`${defaultVariants[name]}\``,
        links(rules.filter(({ variants }) => variants.includes(name)).map((rule) => rule.name)),
      ]),
    ),
  ].join('\n\n')

const settled = {
  variant: 'chosen by the municipality',
  text: 'the words of the statute',
  catalogue: 'practice, laid down here',
  fact: 'the asker tells',
} as const

const readingTable = (): string =>
  [
    '## Where the law leaves room',
    'What is read into the words of the law, and what settles it. None of it is confirmed by a court.',
    table(
      ['no.', 'what is read', 'settled by', 'why', 'rules'],
      readings.map(({ no, rules: names, what, by, variants, why }) => [
        no,
        what,
        [settled[by], ...variants.map((variant) => `\`${variant}\``)].join(', '),
        why,
        links(names),
      ]),
    ),
  ].join('\n\n')

/** The rules of each theme, each where the catalogue first names it. */
const inOrder = (): readonly (readonly [title: string, rules: readonly Rule[]])[] => {
  const told = new Set<string>()
  return themes.map(({ title, numbers }) => {
    const names = rowsOf(numbers).flatMap(([, , listed]) => listed)
    const fresh = [...new Set(names)].filter((name) => !told.has(name))
    for (const name of fresh) told.add(name)
    return [title, fresh.flatMap((name) => rules.filter((rule) => rule.name === name))] as const
  })
}

/** The page docs/rules.md: how to ask, an index by theme, the variants and readings, and each rule with its shapes and an example. */
export const rulesDocument = (): string =>
  [
    rulesIntro,
    index(),
    variantTable(),
    readingTable(),
    '## The rules',
    ...inOrder().flatMap(([title, listed]) =>
      listed.length === 0 ? [] : [`**${title}**: ${links(listed.map(({ name }) => name))}`, ...listed.map(ruleChapter)],
    ),
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n')
