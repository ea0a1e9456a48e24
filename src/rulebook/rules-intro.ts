/** What the page docs/rules.md says before the rules: how one asks, what is answered, and what to know when comparing. */
export const rulesIntro = `# The rulebook

The law of meetings, votes, elections, minutes and delegation as functions anyone can ask: facts in, a ruling out, with its reasons in Swedish and English, their sections and numbers.
This page is made from the rules themselves (\`npx genomslag rule --document > docs/rules.md\`); a test keeps the two alike.

1. [How to ask](#how-to-ask) · 2. [Find a rule](#find-a-rule), by theme and section · 3. [Variants](#variants), chosen by a municipality · 4. [Where the law leaves room](#where-the-law-leaves-room) · 5. [The rules](#the-rules)

## How to ask

\`\`\`sh
npx genomslag rule --list                       # every rule, a line each
npx genomslag rule quorum --help                # what it asks, its facts, value, variants and an example (as below)
npx genomslag rule quorum --shape               # the same for machines: JSON Schemas of facts and value, an example and its answer
npx genomslag rule quorum < facts.json          # one question; or: rule quorum FILE; --json for machines
npx genomslag rule quorum --lines --brief < many  # one facts object a line in, one answer a line out, in the same order
\`\`\`

**The answer** is \`{ ok, value, reasons }\`, and when refused also \`refusals\`. \`value\` is the result for machines, always of the shape told here; \`reasons\` tell in words how it came about, by section. A refusal is
\`{ code, field, law, text }\`: \`code\` stays the same, \`field\` is the path of the fact to mend (\`course[2].who\`). \`--brief\` leaves out all words and gives \`{ ok, value, refusals: [{ code, field, law }] }\`.

| exit code | what it means | what is written |
|---|---|---|
| 0 | \`ok: true\`: allowed, in time, or there is a result | the answer |
| 1 | \`ok: false\`: refused, with every reason at once; \`value\` holds the numbers also then, and is null only where the facts contradict themselves | the answer |
| 2 | a bad call, no JSON, or facts of a bad shape | every problem with its path, on standard error; with \`--json\` \`{ ok: false, badShape: true, refusals: [{ code: "shape.…", field, text }] }\` |
| 0 or 2 with \`--lines\` | each line has its own \`ok\`; refusals do not change the code. 2 when some line had a bad shape | a bad line gets \`badShape: true\` and its \`line\`, and does not stop the rest; empty lines are passed over |

**What \`ok\` says differs**: that something must be done, may be done, or has been done rightly. Each rule tells it in a line. Compare \`value\` first, it means the same whatever \`ok\` says.

**Facts.** Days are \`YYYY-MM-DD\` (1910–2189), times \`HH:MM\` or ISO 8601, counts at most 100 million. Facts marked \`?\` may be left out; what is then taken for granted stands beside them. Facts that a rule does not know are a
bad shape: nothing misspelt passes in silence. Numbers and days that cannot all be true (more present than seats, adjusted before the meeting) are refused. A day after \`today\` is taken as it stands.

**Fractions** are exact, in lowest terms, \`"29/2"\`, with \`decimal\` beside, rounded to six. **Lots**: where one must be drawn \`status\` is \`"lot"\` and \`lot.among\` says among whom; ask again with \`lots\`, those drawn in order,
and it goes on. A lot is refused that is not among those it is drawn among. **Weekdays and days of rest**: where the last day of a time falls on a Saturday, Sunday, public holiday, Midsummer’s, Christmas or New Year’s Eve it rolls to
the next day that is none of these (lag 1930:173 2 §).

**Speed**, one process and one core: about 200,000 answers a second of \`quorum\`, 90,000 of day rules, 12,000 of \`election\` and 8,000 whole meetings of \`propositions\`.

KL is kommunallagen (2017:725), FL förvaltningslagen (2017:900), SoL socialtjänstlagen (2025:400), LEH lagen (2006:544) on extraordinary events, vallag (2005:837), lag 2022:629 that on proportional elections, lag 1930:173 that on
counting time. Sections are held against the consolidated texts of spring 2026; KL 5:16 also in its wording from 1 July 2026. It is not legal advice.`
