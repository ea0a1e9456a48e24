import { describe, expect, it } from 'vitest'
import { day } from '../kernel/day.ts'
import { verbatim } from '../kernel/text.ts'
import { anybody, type Role, type Who } from '../kernel/who.ts'
import { may, type PolicyAct, policyActs, type Subject } from './policy.ts'

/** A board (aln) with its department (alf), a unit (integration) and a committee (su); beside it another board (ifon) with its own. */
const chains: Record<string, readonly string[]> = {
  aln: ['aln'],
  alf: ['alf', 'aln'],
  integration: ['integration', 'alf', 'aln'],
  su: ['su', 'aln'],
  ifon: ['ifon'],
  ifof: ['ifof', 'ifon'],
  slk: ['slk', 'ks'],
  ks: ['ks'],
  revision: ['revision'],
}
const chain = (node: string): readonly string[] => chains[node] ?? [node]
const today = day('2022-05-17')
const holding = (node: string, role: Role, from = '2019-01-01', to: string | null = null): Who => ({
  personId: 'p',
  name: `${role} ${node}`,
  posts: [{ postId: 'post', nodeId: node, chain: chain(node), role, title: verbatim(role), from: day(from), to: to === null ? null : day(to) }],
})

const personas = {
  'Rut, resident': anybody,
  'Mia, member of the board': holding('aln', 'member'),
  'Sten, substitute': holding('aln', 'substitute'),
  'Olle, chair': holding('aln', 'chair'),
  'Ellen, board secretary': holding('aln', 'secretary'),
  'Ragnar, registrar of the board': holding('aln', 'registrar'),
  'Doris, department head': holding('alf', 'department_head'),
  'Ulf, unit head': holding('integration', 'unit_head'),
  'Kajsa, controller of the department': holding('alf', 'controller'),
  'Hugo, case officer of the unit': holding('integration', 'officer'),
  'Ida, secretary of the other board': holding('ifon', 'secretary'),
  'Dan, head of the other department': holding('ifof', 'department_head'),
  'Karl, chief executive': holding('slk', 'chief_executive'),
  'Aina, auditor': holding('revision', 'auditor'),
} as const
type Persona = keyof typeof personas

const open = (belongsTo: string, carriedOutBy?: string): Subject => ({
  belongsTo: chain(belongsTo),
  ...(carriedOutBy ? { carriedOutBy: chain(carriedOutBy) } : {}),
  secrecy: null,
})
const secret = (belongsTo: string): Subject => ({ belongsTo: chain(belongsTo), secrecy: 'OSL 26:1' })

/** Who is granted each act on a thing of the board; everybody else is denied. */
const onTheBoard: Record<PolicyAct, readonly Persona[]> = {
  see: [
    'Mia, member of the board',
    'Sten, substitute',
    'Olle, chair',
    'Ellen, board secretary',
    'Ragnar, registrar of the board',
    'Doris, department head',
    'Ulf, unit head',
    'Hugo, case officer of the unit',
    'Aina, auditor',
  ],
  'case.write': ['Ellen, board secretary', 'Ragnar, registrar of the board', 'Doris, department head', 'Ulf, unit head', 'Hugo, case officer of the unit'],
  'secrecy.mark': ['Ellen, board secretary', 'Ragnar, registrar of the board', 'Doris, department head', 'Ulf, unit head', 'Hugo, case officer of the unit'],
  'archive.deliver': ['Ellen, board secretary', 'Ragnar, registrar of the board'],
  'archive.receive': ['Ellen, board secretary', 'Ragnar, registrar of the board'],
  'decision.register': ['Ellen, board secretary', 'Ragnar, registrar of the board'],
  'dispatch.handle': ['Ellen, board secretary', 'Ragnar, registrar of the board'],
  'entry.carry_out': ['Doris, department head', 'Ulf, unit head', 'Hugo, case officer of the unit'],
  'entry.follow': ['Ellen, board secretary', 'Ragnar, registrar of the board', 'Kajsa, controller of the department'],
  'entry.write': [
    'Ellen, board secretary',
    'Ragnar, registrar of the board',
    'Doris, department head',
    'Ulf, unit head',
    'Kajsa, controller of the department',
    'Hugo, case officer of the unit',
  ],
  'figure.record': ['Doris, department head', 'Ulf, unit head', 'Kajsa, controller of the department', 'Hugo, case officer of the unit'],
  'light.override': ['Doris, department head', 'Ulf, unit head', 'Kajsa, controller of the department'],
  'meeting.prepare': ['Olle, chair', 'Ellen, board secretary', 'Ragnar, registrar of the board'],
  'meeting.run': ['Olle, chair', 'Ellen, board secretary', 'Ragnar, registrar of the board'],
  'organisation.change': ['Ragnar, registrar of the board', 'Karl, chief executive'],
  'organisation.appoint': ['Ellen, board secretary', 'Ragnar, registrar of the board', 'Karl, chief executive'],
  'history.read': ['Aina, auditor'],
  'access.review': ['Ragnar, registrar of the board', 'Karl, chief executive', 'Aina, auditor'],
  'access.shut': ['Ragnar, registrar of the board', 'Karl, chief executive'],
  'outbox.see': ['Ellen, board secretary', 'Ragnar, registrar of the board', 'Ida, secretary of the other board', 'Karl, chief executive', 'Aina, auditor'],
}

const grid = policyActs.flatMap((act) =>
  (Object.keys(personas) as Persona[]).map((persona) => [persona, onTheBoard[act].includes(persona) ? 'granted' : 'denied', act] as const),
)

describe('the policy', () => {
  it.each(grid)('%s is %s: %s', (persona, verdict, act) => {
    const subject = act === 'see' ? secret('aln') : open('aln', 'integration')
    const refusals = may(personas[persona], act, subject, today)
    expect(refusals.length === 0 ? 'granted' : 'denied').toBe(verdict)
    for (const { text } of refusals) expect([text.sv, text.en].every((words) => words.endsWith('.') && words.length > 20)).toBe(true)
  })

  it.each(Object.keys(personas) as Persona[])('everybody sees what is open: %s', (persona) => {
    expect(may(personas[persona], 'see', open('ifon'), today)).toEqual([])
  })

  it.each([
    ['Doris, department head', 'figure.record', 'integration', 'granted'],
    ['Ulf, unit head', 'figure.record', 'alf', 'granted'],
    ['Doris, department head', 'figure.record', 'ifof', 'denied'],
    ['Dan, head of the other department', 'case.write', 'aln', 'denied'],
    ['Ellen, board secretary', 'case.write', 'su', 'granted'],
    ['Ellen, board secretary', 'organisation.appoint', 'integration', 'granted'],
    ['Ellen, board secretary', 'organisation.appoint', 'ifon', 'denied'],
    ['Ragnar, registrar of the board', 'organisation.change', 'ifof', 'denied'],
    ['Karl, chief executive', 'organisation.change', 'ifof', 'granted'],
  ] as const)('%s, %s of %s: %s', (persona, act, node, verdict) => {
    expect(may(personas[persona], act, open(node), today).length === 0 ? 'granted' : 'denied').toBe(verdict)
  })

  it('lets a body’s thing be carried out by another’s department', () => {
    const given = open('aln', 'ifof')
    expect(may(personas['Dan, head of the other department'], 'entry.carry_out', given, today)).toEqual([])
    expect(may(personas['Doris, department head'], 'entry.carry_out', given, today)).not.toEqual([])
    expect(may(personas['Ida, secretary of the other board'], 'entry.follow', given, today)).toEqual([])
  })

  it.each([
    ['2022-05-17', null, 'granted'],
    ['2022-05-18', null, 'denied'],
    ['2019-01-01', '2022-05-17', 'denied'],
    ['2019-01-01', '2022-05-18', 'granted'],
  ])('goes by the days a post is held: from %s to %s is %s', (from, to, verdict) => {
    expect(may(holding('aln', 'secretary', from, to), 'decision.register', open('aln'), today).length === 0 ? 'granted' : 'denied').toBe(verdict)
  })

  it('says who may, and by which section something is secret', () => {
    expect(may(anybody, 'decision.register', open('aln'), today)[0]?.text.sv).toBe(
      'Att registrera beslut är en uppgift för nämndsekreterare eller registrator där saken hör hemma.',
    )
    expect(may(anybody, 'see', secret('aln'), today)[0]?.text.sv).toContain('OSL 26:1')
  })
})
