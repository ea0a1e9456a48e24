import { type Day, day } from '../../src/kernel/day.ts'
import type { MarkName } from '../../src/web/components/mark.tsx'
import type { Question, Station, Thread } from '../../src/web/thread/model.ts'

const today: Day = day('2022-05-17')

/** The thread of the drawn pages: four gaps, a branch for the money. */
export const hosts: Thread = {
  title: 'Stadsdelsvärdarna utökas till Centrum',
  today,
  stations: [
    {
      id: 'prep',
      question: 1,
      mark: 'none',
      title: 'Beredning',
      when: 'våren 2021',
      gap: 'beredningen är inte inlagd',
      text: 'Tjänsteskrivelse och förslag finns inte i systemet.',
      acts: [{ href: '#', label: 'Be registrator lägga in dem' }],
      day: day('2021-04-01'),
    },
    {
      id: 'kf',
      question: 1,
      mark: 'decision',
      title: 'Fullmäktige § 120',
      when: '23 juni 2021',
      day: day('2021-06-23'),
      text: '2 500 tkr för 2022',
      meta: 'justerat 1 juli',
      href: '#',
    },
    { id: 'aln', question: 1, mark: 'decision', title: 'Nämndens budget 2022:2', when: '25 januari 2022', day: day('2022-01-25'), text: '§ 4', href: '#' },
    {
      id: 'money',
      question: 2,
      mark: 'done',
      title: 'Pengarna',
      lane: 'pengarna',
      from: ['aln'],
      day: day('2022-01-26'),
      text: 'i kommunbidraget',
      gap: 'ingen egen rad i budgeten',
    },
    {
      id: 'task',
      question: 2,
      mark: 'half',
      title: 'Uppdraget',
      when: 'sedan 1 april',
      day: day('2022-04-01'),
      text: 'värdar i fem områden',
      meta: 'Ansvarig: enhetschef, Integration',
    },
    {
      id: 't1',
      question: 3,
      mark: 'gap',
      title: 'Tertialrapport 1',
      when: 'skulle lämnats 13 maj',
      day: day('2022-05-13'),
      gap: '4 dagar sen',
      text: '',
      acts: [{ href: '#', label: 'Skriv återrapporten' }],
    },
    { id: 't2', question: 3, mark: 'open', title: 'Tertial 2', when: 'september', day: day('2022-09-14') },
  ],
}

/** Three branches, one that rejoins, a lesson left without owner: Göteborg's assignment on what the pandemic taught. */
export const lessons: Thread = {
  title: 'Lärdomar av omställning och digitaliserade arbetssätt',
  today,
  stations: [
    { id: 'motion', question: 1, mark: 'done', title: 'Motion väckt', when: '18 februari 2021', day: day('2021-02-18') },
    { id: 'opinion', question: 1, mark: 'done', title: 'Kommunstyrelsen bereder', when: '7 april 2021', day: day('2021-04-07'), text: 'Förslaget tillstyrks' },
    {
      id: 'kf',
      question: 1,
      mark: 'decision',
      title: 'Fullmäktige § 24 punkt 5',
      when: '22 april 2021',
      day: day('2021-04-22'),
      text: 'Uppdrag till kommunstyrelsen',
    },
    {
      id: 'study',
      question: 2,
      mark: 'done',
      title: 'Enkät och intervjuer',
      when: 'hösten 2021',
      day: day('2021-10-01'),
      lane: 'arbetet',
      text: '18 förvaltningar och bolag svarade',
    },
    {
      id: 'report',
      question: 2,
      mark: 'done',
      title: 'Rapporten klar',
      when: '23 mars',
      day: day('2022-03-23'),
      lane: 'arbetet',
      gap: 'sex utvecklingsområden saknar ägare',
    },
    { id: 'cost', question: 2, mark: 'half', title: 'Inom ram', lane: 'pengarna', day: day('2021-05-01'), text: 'ingen särskild budget' },
    {
      id: 'ks',
      question: 3,
      mark: 'done',
      title: 'Kommunstyrelsen § 318',
      when: '6 april',
      day: day('2022-04-06'),
      from: ['report', 'cost'],
      text: 'Redovisningen tillstyrks, två tilläggsyrkanden avslås',
    },
    { id: 'kf2', question: 3, mark: 'open', title: 'Fullmäktige prövar om uppdraget är fullgjort', when: '2 juni', day: day('2022-06-02') },
    { id: 'effect', question: 4, mark: 'none', title: 'Distansarbete', gap: 'inget mått är utsett' },
  ],
}

/** One station and nothing else. */
export const lone: Thread = {
  title: 'Ägardirektiv för bolagen',
  today,
  stations: [{ id: 'a', question: 1, mark: 'decision', title: 'Fullmäktige § 77', when: '21 april 2022', day: day('2022-04-21') }],
}

const longWords = [
  'Arbetsmarknadsinsatser',
  'Verksamhetsuppföljningsrapport',
  'Kommunstyrelsens arbetsutskott',
  'Sysselsättningsfrämjande åtgärder',
  'Upphandlingsunderlag',
  'Delårsrapport',
]
const many: MarkName[] = ['done', 'done', 'half', 'gap', 'open', 'done', 'none', 'stop']

/** A thread of any size, for looking at and for tests: `count` stations over `lanes` branches. */
export const manyStations = (count: number, lanes: number): Thread => ({
  title: `${count} stationer i ${lanes} grenar`,
  today,
  stations: Array.from({ length: count }, (_, i): Station => {
    const lane = i % lanes
    const question = (i === 0 ? 1 : 1 + ((i * 7) % 4)) as Question
    return {
      id: `s${i}`,
      question,
      mark: i === 0 ? 'decision' : (many[i % many.length] as MarkName),
      title: longWords[i % longWords.length] as string,
      when: `${1 + (i % 28)} mars 2022`,
      day: day(`2022-${String(1 + (i % 12)).padStart(2, '0')}-${String(1 + (i % 28)).padStart(2, '0')}`),
      text: i % 3 === 0 ? 'Nämnden får återkomma med en redovisning av hur medlen har använts.' : '',
      ...(lane === 0 ? {} : { lane: `gren ${lane}` }),
      ...(i % 9 === 4 ? { gap: 'ingen rapport sedan 1 mars' } : {}),
    }
  }),
})
