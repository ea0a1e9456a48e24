import type { Text } from '../kernel/text.ts'

export const synthWords = {
  synth: {
    sv: 'hittar på en hel kommun i en tom databas, för prov och mätning',
    en: 'invents a whole municipality in an empty database, for trial and measurement',
  },
  seed: { sv: 'frö, ett heltal: samma frö ger samma kommun (annars 1)', en: 'seed, a whole number: the same seed gives the same municipality (otherwise 1)' },
  size: { sv: 'liten, borås (10 000 anställda) eller göteborg (55 000)', en: 'liten, borås (10,000 employees) or göteborg (55,000)' },
  years: { sv: 'hur många år den har bakom sig, 2–15 (annars 15)', en: 'how many years it has behind it, 2–15 (otherwise 15)' },
  badNumber: (name: string, value: string, least: number, most: number): Text => ({
    sv: `--${name} ska vara ett heltal från ${least} till ${most}. Du skrev ”${value}”.`,
    en: `--${name} must be a whole number from ${least} to ${most}. You wrote “${value}”.`,
  }),
  badSize: (value: string, sizes: readonly string[]): Text => ({
    sv: `--size ska vara ${sizes.join(', ')}. Du skrev ”${value}”.`,
    en: `--size must be one of ${sizes.join(', ')}. You wrote “${value}”.`,
  }),
  notEmpty: {
    sv: 'Databasen är inte tom. En påhittad kommun görs bara i en tom databas: ange en annan mapp med --data.',
    en: 'The database is not empty. A municipality is invented only in an empty one: give another folder with --data.',
  },
  clearing: { sv: 'Tar bort det som hann göras…', en: 'Removing what had been made…' },
  thinking: { sv: 'Tänker ut kommunen…', en: 'Thinking out the municipality…' },
  making: (what: string, share: number): Text => ({
    sv: `${steps[what]?.sv ?? what}: ${Math.floor(share * 100)} %`,
    en: `${steps[what]?.en ?? what}: ${Math.floor(share * 100)} %`,
  }),
  made: (acts: number, figures: number, seconds: number): Text => ({
    sv: `Kommunen är gjord på ${seconds} s: ${acts} händelser och ${figures} utfall. Starta med genomslag serve.`,
    en: `The municipality is made in ${seconds} s: ${acts} happenings and ${figures} figures. Start with genomslag serve.`,
  }),
}

const steps: Readonly<Record<string, Text>> = {
  units: { sv: 'Enheter', en: 'Units' },
  'add person': { sv: 'Personer', en: 'People' },
  'create post': { sv: 'Befattningar', en: 'Posts' },
  appoint: { sv: 'Förordnanden', en: 'Appointments' },
  figures: { sv: 'Utfall', en: 'Figures' },
}
