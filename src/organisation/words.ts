import type { Text } from '../kernel/text.ts'
import type { Role } from '../kernel/who.ts'
import type { SuccessionKind } from './succession.ts'
import type { NodeKind } from './tree.ts'

const counted = (n: number, sv: readonly [string, string], en: readonly [string, string]): Text => ({
  sv: `${n === 0 ? 'inga' : n} ${n === 1 ? sv[0] : sv[1]}`,
  en: `${n === 0 ? 'no' : n} ${n === 1 ? en[0] : en[1]}`,
})

/** How a sentence about a day stands to today. */
export type Tense = 'past' | 'now' | 'future'
const had: Record<Tense, Text> = { past: { sv: 'hade', en: 'had' }, now: { sv: 'har', en: 'has' }, future: { sv: 'ska ha', en: 'is to have' } }

/** Texts of the organisation's pages. */
const raised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

export const words = {
  reorganisations: { sv: 'Omorganisationer: vad som gick vart', en: 'Reorganisations: what went where' },
  foundedAlready: {
    sv: 'Här finns redan en organisation. En kommun grundas bara i en tom databas.',
    en: 'There is an organisation already. A municipality is founded only in an empty database.',
  },
  foundingName: { sv: 'Skriv kommunens namn.', en: 'Write the name of the municipality.' },
  organisation: { sv: 'Organisationen', en: 'The organisation' },
  kind: {
    municipality: { sv: 'kommun', en: 'municipality' },
    council: { sv: 'fullmäktige', en: 'council' },
    executive_board: { sv: 'styrelse', en: 'executive board' },
    board: { sv: 'nämnd', en: 'board' },
    committee: { sv: 'utskott', en: 'committee' },
    company: { sv: 'bolag', en: 'company' },
    joint_authority: { sv: 'kommunalförbund', en: 'joint authority' },
    coordination_association: { sv: 'samordningsförbund', en: 'coordination association' },
    auditors: { sv: 'revision', en: 'auditors' },
    department: { sv: 'förvaltning', en: 'department' },
    unit: { sv: 'enhet', en: 'unit' },
    external: { sv: 'utomstående', en: 'external party' },
  } satisfies Record<NodeKind, Text>,
  role: {
    chair: { sv: 'Ordförande', en: 'Chair' },
    vice_chair: { sv: '1:e vice ordförande', en: 'First vice chair' },
    second_vice_chair: { sv: '2:e vice ordförande', en: 'Second vice chair' },
    member: { sv: 'Ledamot', en: 'Member' },
    substitute: { sv: 'Ersättare', en: 'Substitute' },
    secretary: { sv: 'Nämndsekreterare', en: 'Board secretary' },
    registrar: { sv: 'Registrator', en: 'Registrar' },
    department_head: { sv: 'Förvaltningschef', en: 'Department head' },
    unit_head: { sv: 'Enhetschef', en: 'Unit head' },
    controller: { sv: 'Controller', en: 'Controller' },
    auditor: { sv: 'Revisor', en: 'Auditor' },
    chief_executive: { sv: 'Kommundirektör', en: 'Chief executive' },
    officer: { sv: 'Handläggare', en: 'Case officer' },
  } satisfies Record<Role, Text>,

  onThatDay: (name: Text, on: string, onEn: string, tense: Tense, bodies: number, departments: number): Text => {
    const b = counted(bodies, ['organ', 'organ'], ['body', 'bodies'])
    const d = counted(departments, ['förvaltning', 'förvaltningar'], ['department', 'departments'])
    return { sv: `${name.sv} ${had[tense].sv} den ${on} ${b.sv} och ${d.sv}.`, en: `On ${onEn} ${name.en} ${had[tense].en} ${b.en} and ${d.en}.` }
  },
  nothingThen: (on: string, onEn: string): Text => ({ sv: `Den ${on} finns ingen organisation här.`, en: `There is no organisation here on ${onEn}.` }),
  day: { sv: 'Dag', en: 'Day' },
  otherDay: { sv: 'En annan dag', en: 'Another day' },
  showDay: { sv: 'Visa dagen', en: 'Show the day' },
  backToToday: { sv: 'Till i dag', en: 'To today' },
  badDay: (typed: string): Text => ({
    sv: `Skriv dagen som år-månad-dag, till exempel 2022-05-17. Du skrev ”${typed}”.`,
    en: `Write the day as year-month-day, for example 2022-05-17. You wrote “${typed}”.`,
  }),
  noDay: { sv: 'Skriv dagen.', en: 'Write the day.' },
  bodiesAndUnits: { sv: 'Organ och enheter', en: 'Bodies and units' },
  treeIntro: { sv: 'Organ beslutar, förvaltningar och enheter genomför.', en: 'Bodies decide, departments and units carry out.' },
  others: { sv: 'Andra', en: 'Others' },
  othersIntro: { sv: 'Som kommunen har att göra med eller jämför sig med.', en: 'Whom the municipality has to do with, or compares itself to.' },
  toChange: { sv: 'Ändra', en: 'Change' },
  toChangeIntro: { sv: 'Varje ändring gäller från en dag. Det som var före står kvar.', en: 'Every change holds from a day. What was before remains.' },
  changeDays: { sv: 'Dagar då något ändrades', en: 'Days when something changed' },
  changeDaysIntro: { sv: 'De senaste först.', en: 'The latest first.' },
  seats: (n: number): Text => counted(n, ['plats', 'platser'], ['seat', 'seats']),

  people: { sv: 'Människor', en: 'People' },
  peopleOf: (name: Text): Text => ({ sv: `Människor i ${name.sv}`, en: `People of ${name.en}` }),
  membersThen: (name: Text, on: string, onEn: string, tense: Tense, members: number, parties: number, substitutes: number, empty: number): Text => {
    const m = counted(members, ['ledamot', 'ledamöter'], ['member', 'members'])
    const p =
      parties === 0
        ? { sv: '', en: '' }
        : { sv: ` från ${parties === 1 ? 'ett parti' : `${parties} partier`}`, en: ` of ${parties === 1 ? 'one party' : `${parties} parties`}` }
    const s = counted(substitutes, ['ersättare', 'ersättare'], ['substitute', 'substitutes'])
    const e =
      empty === 0
        ? { sv: '', en: '' }
        : {
            sv: ` ${empty === 1 ? 'En plats' : `${empty} platser`} ${tense === 'past' ? 'var' : 'är'} utan ledamot.`,
            en: ` ${empty === 1 ? 'One seat' : `${empty} seats`} ${empty === 1 ? (tense === 'past' ? 'was' : 'is') : tense === 'past' ? 'were' : 'are'} without a member.`,
          }
    return {
      sv: `${name.sv} ${had[tense].sv} den ${on} ${m.sv}${p.sv} och ${s.sv}.${e.sv}`,
      en: `On ${onEn} ${name.en} ${had[tense].en} ${m.en}${p.en} and ${s.en}.${e.en}`,
    }
  },
  officialsThen: (name: Text, on: string, onEn: string, tense: Tense, posts: number): Text => {
    const p = counted(posts, ['tillsatt befattning', 'tillsatta befattningar'], ['filled post', 'filled posts'])
    return { sv: `${name.sv} ${had[tense].sv} den ${on} ${p.sv} i systemet.`, en: `On ${onEn} ${name.en} ${had[tense].en} ${p.en} in the system.` }
  },
  notThere: (name: Text, on: string, onEn: string): Text => ({ sv: `${name.sv} finns inte den ${on}.`, en: `${name.en} does not exist on ${onEn}.` }),
  members: { sv: 'Ledamöter', en: 'Members' },
  membersIntro: (seats: number | null, parties: string): Text => ({
    sv: `${seats === null ? '' : `${seats} platser. `}${parties}`,
    en: `${seats === null ? '' : `${seats} seats. `}${parties}`,
  }),
  substitutes: { sv: 'Ersättare', en: 'Substitutes' },
  substitutesIntro: { sv: 'I den ordning som de kallas in.', en: 'In the order in which they are called.' },
  officials: { sv: 'Befattningar', en: 'Posts' },
  officialsIntro: {
    sv: 'Rättigheter i systemet följer befattningen, så länge den innehas.',
    en: 'Rights in the system follow the post, as long as it is held.',
  },
  post: { sv: 'Uppdrag', en: 'Post' },
  seat: { sv: 'Plats', en: 'Seat' },
  order: { sv: 'Ordning', en: 'Order' },
  person: { sv: 'Person', en: 'Person' },
  party: { sv: 'Parti', en: 'Party' },
  held: { sv: 'Tid', en: 'Time' },
  since: { sv: 'Från', en: 'From' },
  until: { sv: 'Till och med', en: 'Through' },
  untilFurther: { sv: 'tills vidare', en: 'until further notice' },
  byDecision: { sv: 'Vald genom beslut', en: 'Elected by a decision' },
  toPots: { sv: 'Centrala potter', en: 'Central pots' },
  toVacancies: { sv: 'Vakanser och vad som ska hända', en: 'Vacancies and what shall happen' },
  vacant: { sv: 'Ingen utsedd', en: 'Nobody appointed' },
  noParty: { sv: 'utan parti', en: 'no party' },
  noSubstitutes: { sv: 'Inga ersättare den dagen.', en: 'No substitutes on that day.' },
  noOfficials: { sv: 'Inga befattningar den dagen.', en: 'No posts on that day.' },
  noMembers: { sv: 'Inga ledamöter den dagen.', en: 'No members on that day.' },
  acts: { sv: 'Göra', en: 'Do' },
  appointHere: { sv: 'Tillsätt', en: 'Appoint' },
  endHere: { sv: 'Avsluta', en: 'End' },

  history: { sv: 'Hur det blev så här', en: 'How it came to be' },
  historyOf: (name: Text): Text => ({ sv: `${name.sv}: hur det blev så här`, en: `${name.en}: how it came to be` }),
  existsSince: (name: Text, from: string, fromEn: string, kind: Text): Text => ({
    sv: `${name.sv} (${kind.sv}) finns sedan den ${from}.`,
    en: `${name.en} (${kind.en}) has existed since ${fromEn}.`,
  }),
  existsFrom: (name: Text, from: string, fromEn: string, kind: Text): Text => ({
    sv: `${name.sv} (${kind.sv}) ska finnas från den ${from}.`,
    en: `${name.en} (${kind.en}) is to exist from ${fromEn}.`,
  }),
  existed: (name: Text, from: string, fromEn: string, to: string, toEn: string, kind: Text): Text => ({
    sv: `${name.sv} (${kind.sv}) fanns från den ${from} till och med den ${to}.`,
    en: `${name.en} (${kind.en}) existed from ${fromEn} through ${toEn}.`,
  }),
  before: { sv: 'Före', en: 'Before' },
  after: { sv: 'Efter', en: 'After' },
  thread: { sv: 'Förändringar', en: 'Changes' },
  threadIntro: { sv: 'Äldst först. Det som har varit ändras aldrig i efterhand.', en: 'Oldest first. What has been is never altered afterwards.' },
  percent: (n: Text): Text => ({ sv: `${n.sv} procent`, en: `${n.en} per cent` }),
  unknownShare: { sv: 'en okänd andel', en: 'an unknown share' },
  cameFrom: (kind: SuccessionKind, name: Text, share: Text): Text => ({
    sv: kind === 'merge' ? `${name.sv} gick upp i den` : kind === 'split' ? `Bildades ur ${name.sv}, ${share.sv}` : `Tog över ${share.sv} av ${name.sv}`,
    en: kind === 'merge' ? `${name.en} was merged into it` : kind === 'split' ? `Formed out of ${name.en}, ${share.en}` : `Took over ${share.en} of ${name.en}`,
  }),
  became: (kind: SuccessionKind, name: Text, share: Text): Text => ({
    sv: kind === 'merge' ? `Gick upp i ${name.sv}` : kind === 'split' ? `${raised(share.sv)} blev ${name.sv}` : `${raised(share.sv)} flyttades till ${name.sv}`,
    en: kind === 'merge' ? `Merged into ${name.en}` : kind === 'split' ? `${raised(share.en)} became ${name.en}` : `${raised(share.en)} moved to ${name.en}`,
  }),
  signIn: { sv: 'Inloggning', en: 'Sign-in' },
  began: (name: Text, under: Text | null): Text => ({
    sv: under === null ? `Började som ${name.sv}` : `Började som ${name.sv}, under ${under.sv}`,
    en: under === null ? `Began as ${name.en}` : `Began as ${name.en}, under ${under.en}`,
  }),
  renamed: (name: Text): Text => ({ sv: `Fick namnet ${name.sv}`, en: `Was named ${name.en}` }),
  shortened: (short: string): Text => ({ sv: `Fick förkortningen ${short}`, en: `Was abbreviated ${short}` }),
  moved: (under: Text): Text => ({ sv: `Flyttades till ${under.sv}`, en: `Moved to ${under.en}` }),
  reseated: (seats: number | null): Text => ({
    sv: seats === null ? 'Har inte längre ett bestämt antal platser' : `Fick ${seats} platser`,
    en: seats === null ? 'No longer has a set number of seats' : `Was given ${seats} seats`,
  }),
  closed: { sv: 'Upphörde', en: 'Ended' },

  personLead: (name: string, posts: readonly Text[]): Text => ({
    sv:
      posts.length === 0
        ? `${name} har inget uppdrag i dag.`
        : `${name} är ${listed(
            posts.map((t) => t.sv),
            'och',
          )}.`,
    en:
      posts.length === 0
        ? `${name} holds no post today.`
        : `${name} is ${listed(
            posts.map((t) => t.en),
            'and',
          )}.`,
  }),
  postIn: (title: Text, node: Text): Text => ({ sv: `${lower(title.sv)} i ${node.sv}`, en: `${lower(title.en)} of ${node.en}` }),
  personPosts: { sv: 'Uppdrag genom tiden', en: 'Posts over time' },
  noPosts: { sv: 'Personen har aldrig haft något uppdrag här.', en: 'The person has never held a post here.' },
  body: { sv: 'Organ eller enhet', en: 'Body or unit' },

  noNode: { sv: 'Det organet eller den enheten finns inte.', en: 'There is no such body or unit.' },
  noPerson: { sv: 'Personen finns inte.', en: 'There is no such person.' },
  noPostHere: { sv: 'Uppdraget finns inte.', en: 'There is no such post.' },
  notFound: { sv: 'Sidan finns inte', en: 'There is no such page' },
  notAllowed: { sv: 'Det här är inte din uppgift', en: 'This is not your task' },
}

const lower = (s: string): string => s.charAt(0).toLowerCase() + s.slice(1)
const listed = (parts: readonly string[], and: string): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} ${and} ${parts.at(-1)}`
