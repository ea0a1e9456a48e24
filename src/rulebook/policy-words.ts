import type { Text } from '../kernel/text.ts'
import type { Role } from '../kernel/who.ts'
import type { PolicyAct } from './policy.ts'

const roleWords: Record<Role, Text> = {
  chair: { sv: 'ordförande', en: 'chair' },
  vice_chair: { sv: 'förste vice ordförande', en: 'first vice chair' },
  second_vice_chair: { sv: 'andre vice ordförande', en: 'second vice chair' },
  member: { sv: 'ledamot', en: 'member' },
  substitute: { sv: 'ersättare', en: 'substitute' },
  secretary: { sv: 'nämndsekreterare', en: 'board secretary' },
  registrar: { sv: 'registrator', en: 'registrar' },
  department_head: { sv: 'förvaltningschef', en: 'department head' },
  unit_head: { sv: 'enhetschef', en: 'unit head' },
  controller: { sv: 'controller', en: 'controller' },
  auditor: { sv: 'revisor', en: 'auditor' },
  chief_executive: { sv: 'kommundirektör', en: 'chief executive' },
  officer: { sv: 'handläggare', en: 'case officer' },
}

/** The acts as the beginning of a sentence. */
const actWords: Record<PolicyAct, Text> = {
  see: { sv: 'Att läsa det', en: 'Reading it' },
  'case.write': { sv: 'Att skriva i ärendet', en: 'Writing in the case' },
  'secrecy.mark': { sv: 'Att ändra sekretessen', en: 'Changing the secrecy' },
  'archive.deliver': { sv: 'Att leverera till arkivet', en: 'Delivering to the archive' },
  'archive.receive': { sv: 'Att kvittera arkivets leveranser', en: 'Acknowledging deliveries to the archive' },
  'decision.register': { sv: 'Att registrera beslut', en: 'Registering decisions' },
  'dispatch.handle': { sv: 'Att sända och ta emot beslut', en: 'Sending and receiving decisions' },
  'entry.carry_out': { sv: 'Att göra det här', en: 'Doing this' },
  'entry.follow': { sv: 'Att följa upp det', en: 'Following it up' },
  'entry.write': { sv: 'Att ändra uppgifterna', en: 'Changing the particulars' },
  'figure.record': { sv: 'Att lämna utfall', en: 'Recording figures' },
  'light.override': { sv: 'Att sätta ett eget läge', en: 'Setting a light by hand' },
  'meeting.prepare': { sv: 'Att förbereda sammanträdet', en: 'Preparing the meeting' },
  'meeting.run': { sv: 'Att föra sammanträdet', en: 'Keeping the meeting' },
  'organisation.change': { sv: 'Att ändra organisationen', en: 'Changing the organisation' },
  'organisation.appoint': { sv: 'Att ändra vem som har vilket uppdrag', en: 'Changing who holds which post' },
  'access.review': { sv: 'Att granska vem som läst det sekretessbelagda', en: 'Reviewing who has read what is secret' },
  'access.shut': { sv: 'Att stänga av någons inloggning', en: 'Switching off somebody’s sign-in' },
  'outbox.see': { sv: 'Att se utkorgen', en: 'Seeing the outbox' },
  'history.read': { sv: 'Att läsa historiken', en: 'Reading the history' },
}

const listed = (names: readonly string[], or: string): string => (names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${or} ${names.at(-1)}`)

export const policyWords = {
  role: (role: Role): Text => roleWords[role],
  secret: (section: string): Text => ({
    sv: `Uppgifterna är sekretessbelagda (${section}). Bara den som handlägger ärendet får läsa dem.`,
    en: `The contents are secret (${section}). Only those who handle the case may read them.`,
  }),
  onlyPosts: (act: PolicyAct, allowed: readonly Role[]): Text => ({
    sv: `${actWords[act].sv} är en uppgift för ${listed(
      allowed.map((r) => roleWords[r].sv),
      'eller',
    )} där saken hör hemma.`,
    en: `${actWords[act].en} is a task for the ${listed(
      allowed.map((r) => roleWords[r].en),
      'or',
    )} where the matter belongs.`,
  }),
}
