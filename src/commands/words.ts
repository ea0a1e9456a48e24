import type { JobCount } from '../jobs/job-store.ts'
import type { Text } from '../kernel/text.ts'

export const words = {
  usage: { sv: 'Användning: genomslag <kommando> [val]', en: 'Usage: genomslag <command> [options]' },
  commands: { sv: 'Kommandon', en: 'Commands' },
  options: { sv: 'Val', en: 'Options' },
  unknownCommand: (name: string): Text => ({
    sv: `Det finns inget kommando ”${name}”. Se genomslag --help.`,
    en: `There is no command “${name}”. See genomslag --help.`,
  }),
  badOption: (why: string): Text => ({ sv: `${why} Se genomslag --help.`, en: `${why} See genomslag --help.` }),
  badNumber: (name: string, value: string): Text => ({
    sv: `--${name} ska vara ett heltal. Du skrev ”${value}”.`,
    en: `--${name} must be a whole number. You wrote “${value}”.`,
  }),
  badSeconds: (name: string, value: string): Text => ({
    sv: `${name} ska vara ett antal sekunder. Nu står det ”${value}”.`,
    en: `${name} must be a number of seconds. It is “${value}”.`,
  }),
  optionHelp: { sv: 'visar den här hjälpen', en: 'shows this help' },
  optionJson: { sv: 'svarar med JSON på standard ut', en: 'answers with JSON on standard output' },
  optionData: { sv: 'mapp för den inbyggda databasen (annars .data)', en: 'folder of the built-in database (otherwise .data)' },
  env: {
    sv: 'DATABASE_URL: en egen PostgreSQL 18 i stället för den inbyggda. GENOMSLAG_LANG=en ger engelska svar.',
    en: 'DATABASE_URL: a PostgreSQL 18 of your own instead of the built-in. GENOMSLAG_LANG=sv gives Swedish answers.',
  },
  exits: {
    sv: 'Svarskoder: 0 gick bra, 1 fann fel eller hindrades, 2 fel i anropet.',
    en: 'Exit codes: 0 went well, 1 found errors or was hindered, 2 wrong call.',
  },

  serve: { sv: 'startar Genomslag och skriver ut adressen', en: 'starts Genomslag and prints the address' },
  servePort: { sv: 'port (annars 8040, eller närmaste lediga)', en: 'port (otherwise 8040, or the next free one)' },
  serveHost: { sv: 'adress att lyssna på (annars 127.0.0.1)', en: 'address to listen on (otherwise 127.0.0.1)' },
  serveEmpty: { sv: 'laddar inte demonstrationskommunen i en tom databas', en: 'does not load the demonstration municipality into an empty database' },
  load: {
    sv: 'laddar demonstrationskommunen i en tom databas, eller med load MAPP ett paket som export har skrivit',
    en: 'loads the demonstration municipality into an empty database, or with load FOLDER a package that export has written',
  },
  verify: { sv: 'räknar om historikens kedja och jämför varje tabell med den', en: 'recomputes the chain of the history and compares every table with it' },
  verifyAnchor: { sv: 'ett antecknat läge i kedjan, PLATS:SIGILL', en: 'a noted place in the chain, POSITION:SEAL' },
  measures: { sv: 'räknar registrens mått för den här månaden', en: 'counts the measures of the registers for this month' },
  account: {
    sv: 'skapar ett konto: genomslag account ANVÄNDARNAMN FÖRNAMN EFTERNAMN',
    en: 'makes an account: genomslag account USERNAME GIVEN-NAME FAMILY-NAME',
  },

  check: {
    sv: 'söker motsägelser i tabeller och uppgifter: genomslag check FIL (eller - för standard in), eller med --municipality i kommunens egna mått, beslut och handlingar',
    en: 'finds contradictions in tables and facts: genomslag check FILE (or - for standard input), or with --municipality in the municipality’s own measures, decisions and documents',
  },
  checkMunicipality: { sv: 'söker i kommunen i stället för i en fil', en: 'looks in the municipality instead of in a file' },
  checkShape: { sv: 'skriver filens format som JSON Schema', en: 'prints the format of the file as JSON Schema' },
  checking: (done: number, all: number): Text => ({ sv: `Söker motsägelser: ${done} av ${all}`, en: `Looking for contradictions: ${done} of ${all}` }),
  checkUsage: {
    sv: 'Skriv: genomslag check FIL. Ett - läser från standard in. Formatet: genomslag check --shape, och docs/contradictions.md.',
    en: 'Write: genomslag check FILE. A - reads from standard input. The format: genomslag check --shape, and docs/contradictions.md.',
  },
  checkUnreadable: (file: string, why: string): Text => ({ sv: `Filen ${file} gick inte att läsa: ${why}`, en: `The file ${file} could not be read: ${why}` }),

  rule: {
    sv: 'prövar en regel i lagen: genomslag rule NAMN FIL (eller från standard in); --list visar dem',
    en: 'tries a rule of the law: genomslag rule NAME FILE (or from standard input); --list shows them',
  },
  ruleList: { sv: 'alla regler, en rad var', en: 'every rule, a line each' },
  ruleShape: { sv: 'regelns former som JSON Schema, med exempel', en: 'the rule’s shapes as JSON Schema, with an example' },
  ruleLines: { sv: 'en rad JSON in, en rad svar ut', en: 'a line of JSON in, a line of answer out' },
  ruleBrief: { sv: 'med --lines: utan skäl och ord', en: 'with --lines: without reasons and words' },
  ruleDocument: { sv: 'regelboken som sidan docs/rules.md', en: 'the rulebook as the page docs/rules.md' },
  ruleUsage: { sv: 'Skriv: genomslag rule NAMN [FIL]. Se genomslag rule --list.', en: 'Write: genomslag rule NAME [FILE]. See genomslag rule --list.' },
  ruleUnknown: (name: string, alike: readonly string[]): Text => ({
    sv: `Det finns ingen regel ”${name}”.${alike.length === 0 ? '' : ` Menas ${alike.join(', ')}?`} Se genomslag rule --list.`,
    en: `There is no rule “${name}”.${alike.length === 0 ? '' : ` Is it ${alike.join(', ')}?`} See genomslag rule --list.`,
  }),
  ruleNotJson: (why: string): Text => ({ sv: `Det är inte JSON: ${why}`, en: `It is not JSON: ${why}` }),
  ruleAllowed: { sv: 'Ja: inget hinder.', en: 'Yes: nothing hinders.' },
  ruleRefused: { sv: 'Nej:', en: 'No:' },

  ready: (address: string): Text => ({ sv: `Genomslag finns på ${address}`, en: `Genomslag is at ${address}` }),
  portTaken: (port: number): Text => ({ sv: `Port ${port} är upptagen. Välj en annan med --port.`, en: `Port ${port} is taken. Choose another with --port.` }),
  stopping: { sv: 'Stannar…', en: 'Stopping…' },
  loading: (done: number, all: number, what: string): Text => ({
    sv: `Laddar demonstrationskommunen: ${done} av ${all} (${what})`,
    en: `Loading the demonstration municipality: ${done} of ${all} (${what})`,
  }),
  loaded: (things: number): Text => ({
    sv: `Demonstrationskommunen är laddad: ${things} saker på tråden.`,
    en: `The demonstration municipality is loaded: ${things} things on the thread.`,
  }),
  resuming: { sv: 'Förra laddningen avbröts. Börjar om från början.', en: 'The last load was interrupted. Starting over.' },
  notEmpty: {
    sv: 'Databasen är inte tom. Demonstrationen laddas bara i en tom databas.',
    en: 'The database is not empty. The demonstration is loaded only into an empty one.',
  },
  verifying: (done: number, all: number): Text => ({ sv: `Räknar om rad ${done} av ${all}`, en: `Recomputing row ${done} of ${all}` }),
  whole: (rows: number, anchor: string): Text => ({
    sv: `Historiken är hel: ${rows} rader stämmer, och tabellerna stämmer med dem.\nAnteckna läget på en säker plats: ${anchor}`,
    en: `The history is whole: ${rows} rows hold, and the tables agree with them.\nNote the place somewhere safe: ${anchor}`,
  }),
  broken: (n: number): Text => ({
    sv: `Historiken är bruten. Första felet står överst (${n} i allt):`,
    en: `The history is broken. The first error stands first (${n} in all):`,
  }),
  badAnchor: (value: string): Text => ({
    sv: `Ett läge skrivs PLATS:SIGILL, som verify skriver ut det. Du skrev ”${value}”.`,
    en: `A place is written POSITION:SEAL, as verify prints it. You wrote “${value}”.`,
  }),
  counted: (n: number): Text => ({ sv: `${n} nya utfall är räknade.`, en: `${n} new figures are counted.` }),
  mail: {
    sv: 'visar hur det går med breven: genomslag mail. Med again försöks avvisade och uppgivna en gång till',
    en: 'shows how the letters go: genomslag mail. With again, those refused and given up are tried once more',
  },
  mailUsage: { sv: 'Skriv: genomslag mail, eller genomslag mail again.', en: 'Write: genomslag mail, or genomslag mail again.' },
  mailAgain: (letters: number, jobs: number): Text => ({
    sv: `${letters} brev och ${jobs} arbeten försöks igen.`,
    en: `${letters} letters and ${jobs} jobs are tried again.`,
  }),
  mailState: (state: Text, count: number, oldest: Date): Text => ({
    sv: `Brev, ${state.sv}: ${count} (äldst ${oldest.toISOString().slice(0, 10)})`,
    en: `Letters, ${state.en}: ${count} (oldest ${oldest.toISOString().slice(0, 10)})`,
  }),
  jobState: ({ kind, waiting, running, failed, error }: JobCount): Text => ({
    sv: `Arbete ${kind}: ${waiting} väntar, ${running} pågår, ${failed} uppgivna${error ? ` (${error})` : ''}`,
    en: `Work ${kind}: ${waiting} waiting, ${running} running, ${failed} given up${error ? ` (${error})` : ''}`,
  }),
  found: {
    sv: 'grundar en egen kommun i en tom databas: genomslag found KOMMUN ANVÄNDARNAMN FÖRNAMN EFTERNAMN',
    en: 'founds a municipality of your own in an empty database: genomslag found MUNICIPALITY USERNAME GIVEN-NAME FAMILY-NAME',
  },
  founded: (name: string): Text => ({
    sv: `${name} är grundad. Starta med genomslag serve och logga in som dess kommundirektör.`,
    en: `${name} is founded. Start with genomslag serve and sign in as its chief executive.`,
  }),
  foundUsage: {
    sv: 'Skriv: genomslag found KOMMUN ANVÄNDARNAMN FÖRNAMN EFTERNAMN. Lösenordet läses från standard in.',
    en: 'Write: genomslag found MUNICIPALITY USERNAME GIVEN-NAME FAMILY-NAME. The password is read from standard input.',
  },
  accountMade: (username: string): Text => ({ sv: `Kontot ${username} är skapat.`, en: `The account ${username} is made.` }),
  accountUsage: {
    sv: 'Skriv: genomslag account ANVÄNDARNAMN FÖRNAMN EFTERNAMN. Lösenordet läses från standard in.',
    en: 'Write: genomslag account USERNAME GIVEN-NAME FAMILY-NAME. The password is read from standard input.',
  },
  cutOff: {
    sv: 'Förbindelsen med databasen bröts. Det som pågick är gjort i sin helhet eller inte alls: se efter innan du gör om det.',
    en: 'The line to the database was cut. What was going on is done as a whole or not at all: look before you do it again.',
  },
  interrupted: { sv: 'Avbrutet.', en: 'Interrupted.' },
}
