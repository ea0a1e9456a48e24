import { type Day, longDay } from '../../kernel/day.ts'
import type { Text } from '../../kernel/text.ts'

const both = (say: (day: string, locale: 'sv' | 'en') => string, on: Day): Text => ({ sv: say(longDay(on, 'sv'), 'sv'), en: say(longDay(on, 'en'), 'en') })

export const words = {
  index: { sv: 'Ärenden och handlingar', en: 'Items and documents' },
  notSent: {
    sv: 'Kallelsen är inte sänd: föredragningslistan och handlingarna visas som de är nu.',
    en: 'The summons has not been sent: the agenda and the documents are shown as they are now.',
  },
  lead: (no: number, on: Day): Text =>
    both(
      (day, locale) =>
        locale === 'sv'
          ? `${no === 1 ? 'Kallelsen' : `Version ${no} av kallelsen`}, med handlingarna så som de var när den sändes ${day}.`
          : `${no === 1 ? 'The summons' : `Version ${no} of the summons`}, with the documents as they were when it was sent on ${day}.`,
      on,
    ),
  older: (last: number): Text => ({
    sv: `Det finns en senare version av kallelsen: version ${last}.`,
    en: `There is a later version of the summons: version ${last}.`,
  }),
  showLast: { sv: 'Visa den senaste', en: 'Show the latest' },
  asOne: { sv: 'Allt som en PDF', en: 'All as one PDF' },
  supplement: { sv: 'Bara det nya som en PDF', en: 'Only what is new as one PDF' },
  versions: { sv: 'Sända versioner', en: 'Versions sent' },
  shown: { sv: 'visas här', en: 'shown here' },
  fresh: { sv: 'nytt i denna version', en: 'new in this version' },
  newer: (version: number): Text => ({ sv: `Senare version finns: version ${version}`, en: `There is a later version: version ${version}` }),
  since: { sv: 'Har kommit efter utskicket:', en: 'Has come after it was sent:' },
  altered: {
    sv: 'Stämmer inte med fingeravtrycket av det som sändes. Säg till registratorn.',
    en: 'Does not agree with the digest of what was sent. Tell the registrar.',
  },
  none: { sv: 'Inga handlingar.', en: 'No documents.' },
  large: { sv: 'Kallelsen är stor', en: 'The summons is large' },
  largeLead: {
    sv: 'Att sätta samman alla handlingar till en fil tar en stund. Du kan lämna sidan så länge och hämta filen när den är klar.',
    en: 'It takes a while to put all documents together in one file. You may leave the page meanwhile and fetch the file when it is done.',
  },
  make: { sv: 'Sätt samman filen', en: 'Put the file together' },
  making: { sv: 'Filen sätts samman', en: 'The file is being put together' },
  makingLead: {
    sv: 'Du kan lämna sidan och komma tillbaka: arbetet fortsätter.',
    en: 'You may leave the page and come back: the work goes on.',
  },
  opened: (done: number, of: number): Text => ({ sv: `${done} av ${of} filer öppnade`, en: `${done} of ${of} files opened` }),
  setting: { sv: 'Sidorna sätts', en: 'The pages are being set' },
  follow: { sv: 'Visa löpande hur långt det har kommit', en: 'Keep showing how far it has come' },
  standStill: { sv: 'Låt sidan stå stilla', en: 'Let the page stand still' },
  stop: { sv: 'Avbryt arbetet', en: 'Stop the work' },
  madeEnded: {
    made: { sv: 'Filen är klar', en: 'The file is done' },
    refused: { sv: 'Filen gick inte att sätta samman', en: 'The file could not be put together' },
    stopped: { sv: 'Arbetet är avbrutet', en: 'The work is stopped' },
    failed: { sv: 'Arbetet gick inte att slutföra', en: 'The work could not be finished' },
  },
  madeLead: { sv: 'Den finns att hämta i en timme.', en: 'It is there to fetch for an hour.' },
  notMadeLead: {
    sv: 'Ingen fil finns. Handlingarna finns var för sig på kallelsens sida.',
    en: 'There is no file. The documents stand one by one on the page of the summons.',
  },
  fetch: { sv: 'Hämta filen (PDF)', en: 'Fetch the file (PDF)' },
  apart: {
    kind: { sv: 'hämtas för sig: bara PDF-filer ingår i den samlade filen', en: 'fetched apart: only PDF files are in the one file' },
    large: { sv: 'hämtas för sig: den ryms inte i den samlade filen', en: 'fetched apart: there is no room for it in the one file' },
  },
} as const
