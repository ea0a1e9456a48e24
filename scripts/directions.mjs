// Import directions: the house is a row of rooms, and a room knows only itself and the rooms to its left.
import { readdirSync } from 'node:fs'
import { cruise } from 'dependency-cruiser'
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config'

/** From the ground up. A new folder under src must take its place here, or the check refuses it. */
const rooms = [
  'kernel',
  'rulebook',
  'database',
  'documents',
  'web',
  'jobs',
  'organisation',
  'access',
  'contradictions',
  'files',
  'registers',
  'history',
  'reports',
  'figures',
  'cases',
  'decisions',
  'mandates',
  'assignments',
  'petitions',
  'meetings',
  'elections',
  'thread',
  'home',
  'reminders',
  'search',
  'retention',
  'exchange',
  'public',
  'api',
  'guide',
  'demo',
  'synth',
]

/** On top, with the files of src itself: they assemble the rooms. */
const top = ['commands', 'operations']

/** Rooms that know less than what stands to their left: the rules know no database, and neither do the drawn pages. */
const narrower = { database: ['kernel', 'rulebook'], documents: ['kernel', 'rulebook'], web: ['kernel', 'rulebook'] }

const test = String.raw`\.test\.tsx?$`
const inRooms = (names) => `^src/(${names.join('|')})/`

const forbidden = [
  // A cycle with a type in it is none when the program runs: a thing's words may name the thing's types.
  { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
  { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
  { name: 'src-knows-no-tests', severity: 'error', from: { path: '^src/', pathNot: test }, to: { path: `^(test|bench|scripts)/|${test}` } },
  ...rooms.map((room, place) => ({
    name: `${room}-looks-left`,
    severity: 'error',
    from: { path: `^src/${room}/`, pathNot: test },
    to: { path: '^src/', pathNot: inRooms([room, ...(narrower[room] ?? rooms.slice(0, place))]) },
  })),
]

const strangers = readdirSync('src', { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && ![...rooms, ...top].includes(entry.name))
  .map((entry) => entry.name)
if (strangers.length > 0) {
  console.error(`No place given in scripts/directions.mjs for: ${strangers.map((name) => `src/${name}`).join(', ')}`)
  process.exit(1)
}

const { output } = await cruise(
  ['src', 'test', 'bench'],
  { ruleSet: { forbidden }, validate: true, doNotFollow: { path: 'node_modules' }, tsPreCompilationDeps: true, tsConfig: { fileName: 'tsconfig.json' } },
  { extensions: ['.ts', '.tsx', '.mjs', '.js'], conditionNames: ['import', 'types', 'node', 'default'], exportsFields: ['exports'] },
  { tsConfig: extractTSConfig('tsconfig.json') },
)
const { summary, modules } = output
for (const { rule, from, to, cycle } of summary.violations) {
  console.error(`${rule.name}: ${from} → ${cycle ? cycle.map((step) => step.name).join(' → ') : to}`)
}

// Without a TypeScript it understands the cruiser silently sees no module at all, and everything would pass.
const cruised = modules.filter((module) => module.source.startsWith('src/') && /\.tsx?$/.test(module.source)).length
if (cruised === 0) console.error('No module of src was cruised: the check saw nothing.')
console.log(`${cruised} modules cruised`)
process.exit(cruised > 0 && summary.violations.length === 0 ? 0 : 1)
