import type { Text } from '../kernel/text.ts'
import type { Role } from '../kernel/who.ts'

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

const listed = (names: readonly string[], or: string): string => (names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${or} ${names.at(-1)}`)

export const words = {
  role: (role: Role): Text => roleWords[role],
  secret: (section: string): Text => ({
    sv: `Uppgifterna är sekretessbelagda (${section}). Bara den som handlägger ärendet får läsa dem.`,
    en: `The contents are secret (${section}). Only those who handle the case may read them.`,
  }),
  onlyPosts: (allowed: readonly Role[], act: string): Text => ({
    sv: `Det här görs av ${listed(allowed.map((r) => roleWords[r].sv), 'eller')} i det organ eller den enhet som äger saken.`,
    en: `This is done by the ${listed(allowed.map((r) => roleWords[r].en), 'or')} of the body or unit concerned (${act}).`,
  }),
}
