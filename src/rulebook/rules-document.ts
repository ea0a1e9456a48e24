import { z } from 'zod'
import { shapesOf } from './rule-shapes.ts'
import { rules } from './rules.ts'
import { readings } from './readings.ts'
import { rulesBySection } from './rules-by-section.ts'
import { type JsonSchema, shapeWords } from './shape-words.ts'
import { defaultVariants, variantsShape } from './variants.ts'

const intro = `# The rulebook

The law of meetings, votes, elections, minutes and delegation as functions anyone can ask. Facts in, a ruling out, with its reasons in Swedish and English, their sections and numbers.
This page is made from the rules themselves: \`npx genomslag rule --document > docs/rules.md\`; a test keeps the two alike.

\`\`\`sh
npx genomslag rule quorum < facts.json     # or: rule quorum FILE; --json for machines
npx genomslag rule --list                  # every rule, a line each
npx genomslag rule quorum --shape          # JSON Schemas of facts and value, an example and its answer
npx genomslag rule quorum --lines < many   # one facts object a line in, one ruling a line out; --brief without words
\`\`\`

A ruling is \`{ ok, value, reasons }\`, and when refused also \`refusals\`: each with \`code\`, \`field\` (path of the fact), \`text\` and \`law\`. \`value\` holds the numbers also when the
act is refused; it is null where the facts contradict themselves. Exit code: 0 allowed or has a result, 1 refused, 2 a bad call or facts of a bad shape, with every problem and its path. With
\`--lines\` each line carries its own \`ok\` and \`refusals\`; a line of bad shape carries \`badShape\`, does not stop the rest, and makes the exit code 2; refusals do not.

Days are \`YYYY-MM-DD\` (1910–2189), times \`HH:MM\` or ISO 8601, counts at most 100 million. Fractions are exact, \`"29/2"\`, with decimals beside. Where a lot must be drawn the value says among
whom, and goes on when \`lots\` gives what was drawn. Facts that a rule does not know are a bad shape: nothing misspelt passes in silence.

What \`ok: true\` says differs: that something must be done, may be done, or has been done rightly; each rule tells it in a line. Facts that only matter in some cases may be left out, and what is then
taken for granted stands beside them. Numbers that cannot all be true are refused with \`value: null\`. A million lines of \`quorum\` take about 2 s of one processor, of \`election\` (3 lists, 11 seats) about 20 s.

KL is kommunallagen (2017:725), FL förvaltningslagen (2017:900), SoL socialtjänstlagen (2025:400), LEH lagen (2006:544), vallag (2005:837), lag 2022:629 that on proportional elections, lag 1930:173 that on
counting time. Sections are held against the consolidated texts of spring 2026; KL 5:16 also in its wording from 1 July 2026. It is not legal advice.

## Variants

Where the law leaves room or its reading is disputed, a municipality chooses in its own rules of procedure. In the program the council chooses by a clause, and \`/procedure\` shows what holds. Here give \`"variants": { … }\` among the facts of a rule that has them.

`

const variantRows = (): string => {
  const { properties = {} } = z.toJSONSchema(variantsShape) as JsonSchema
  const row = ([name, { description = '' }]: [string, JsonSchema]): string =>
    `| \`${name}\` | ${description} | \`${defaultVariants[name as keyof typeof defaultVariants]}\` |`
  return ['| variant | chooses | default |', '|---|---|---|', ...Object.entries(properties).map(row), ''].join('\n')
}

const fenced = (kind: string, text: string): string => `\`\`\`${kind}\n${text}\n\`\`\``

const sectionRows = (): string => {
  const row = ([number, sections, names, left = '']: (typeof rulesBySection)[number]): string =>
    `| ${number} | ${sections} | ${names.map((name) => `[${name}](#${name})`).join(', ')} | ${left} |`
  return ['## By section', '| no. | sections | rules | not asked |\n|---|---|---|---|\n' + rulesBySection.map(row).join('\n')].join('\n\n')
}

const settled = {
  variant: 'chosen by the municipality',
  text: 'the words of the statute',
  catalogue: 'practice, laid down here',
  fact: 'the asker tells',
} as const

const readingRows = (): string => {
  const row = ({ no, rules: names, what, by, variants, why }: (typeof readings)[number]): string =>
    `| ${no} | ${what} | ${settled[by]}${variants.length === 0 ? '' : `: ${variants.map((v) => `\`${v}\``).join(', ')}`} | ${why} | ${names.map((name) => `[${name}](#${name})`).join(', ')} |`
  return [
    '## Where the law leaves room',
    'What is read into the words of the law, and what settles it. None of it is confirmed by a court.',
    ['| no. | what is read | settled by | why | rules |', '|---|---|---|---|---|', ...readings.map(row)].join('\n'),
  ].join('\n\n')
}

const chapter = (rule: (typeof rules)[number]): string => {
  const { facts, value, example, answer } = shapesOf(rule)
  return [
    `## ${rule.name}`,
    `${rule.words.sv} · ${rule.words.en} · ${rule.law}`,
    `\`ok\`: ${rule.okMeans}.`,
    fenced('ts', `facts: ${shapeWords(facts)}\nvalue: ${shapeWords(value)}`),
    fenced('json', JSON.stringify(example)),
    fenced('json', JSON.stringify(answer)),
  ].join('\n\n')
}

/** The page docs/rules.md: what can be asked, in which shape, with an example and its answer. */
export const rulesDocument = (): string =>
  [
    intro + variantRows(),
    ['| rule | asks | law |', '|---|---|---|', ...rules.map(({ name, words, law }) => `| [${name}](#${name}) | ${words.en} | ${law} |`)].join('\n'),
    sectionRows(),
    readingRows(),
    ...rules.map(chapter),
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n')
