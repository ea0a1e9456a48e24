import type { Text } from '../kernel/text.ts'
import { words as organisationWords } from '../organisation/words.ts'
import { allDefinitions, definitionOf } from '../registers/definitions/index.ts'
import { entryWords } from '../registers/entry-words.ts'
import { exemptWords } from '../rulebook/meeting/preparation.ts'
import { variantWords } from '../rulebook/variant-words.ts'
import { meetingCodes } from './meeting-words.ts'

type Codes = Readonly<Record<string, Text>>

const t = (sv: string, en: string): Text => ({ sv, en })

const meetingKinds: Codes = {
  decision: t('beslut', 'decision'),
  election: t('val', 'election'),
  information: t('information', 'information'),
  notified: t('anmälningsärende', 'notified matter'),
  delegated: t('delegationsbeslut', 'delegated decision'),
  urgent: t('brådskande ärende', 'urgent item'),
  question: t('fråga eller interpellation', 'question or interpellation'),
}

const clauseKinds: Codes = {
  set_goal: t('sätter ett mål', 'sets a goal'),
  set_target: t('sätter ett målvärde', 'sets a target'),
  set_budget_frame: t('anvisar pengar', 'sets a budget frame'),
  set_aside: t('sätter av en central pott', 'sets aside a central pot'),
  call_off: t('avropar ur en central pott', 'calls off from a central pot'),
  give_mandate: t('ger ett mandat', 'gives a mandate'),
  withdraw_mandate: t('tar tillbaka ett mandat', 'withdraws a mandate'),
  approve_report: t('godkänner en rapport', 'approves a report'),
  elect: t('väljer', 'elects'),
  release: t('befriar från uppdrag', 'releases from office'),
  destroy: t('gallrar', 'destroys'),
  choose_rule: t('väljer hur lagen tillämpas', 'chooses how the law is read'),
  note: t('antecknar', 'notes'),
  send_on: t('sänder vidare', 'sends on'),
  reject: t('avslår', 'rejects'),
  ...Object.fromEntries(allDefinitions.flatMap((d) => Object.entries(d.clauses).map(([kind, clause]) => [kind, clause.words]))),
}

/** What the codes of a column mean, by 'relation.column'; those of all relations by the column alone. */
const codes: Readonly<Record<string, Codes>> = {
  ...meetingCodes,
  'thing.kind': {
    case: t('ärende', 'case'),
    document: t('handling', 'document'),
    decision: t('beslut', 'decision'),
    clause: t('att-sats', 'clause'),
    entry: t('registerpost', 'register entry'),
    report: t('rapport', 'report'),
    series: t('mått', 'measure'),
    goal: t('mål', 'goal'),
    target: t('målvärde', 'target'),
    frame: t('ram', 'frame'),
    mandate: t('mandat', 'mandate'),
    meeting: t('sammanträde', 'meeting'),
    rule_choice: t('val av tillämpning', 'choice of reading'),
    appointment: t('förordnande', 'appointment'),
  },
  'case_file.state': { open: t('pågår', 'open'), decided: t('beslutat', 'decided'), closed: t('avslutat', 'closed') },
  'case_party.role': {
    applicant: t('sökande', 'applicant'),
    counterparty: t('motpart', 'counterparty'),
    author: t('upphov', 'author'),
    addressee: t('mottagare', 'addressee'),
    concerned: t('berörd', 'concerned'),
  },
  'document.kind': {
    board_paper: t('nämndskrivelse', 'board paper'),
    official_opinion: t('tjänsteutlåtande', 'official opinion'),
    report: t('rapport', 'report'),
    annex: t('bilaga', 'annex'),
    minutes_extract: t('protokollsutdrag', 'extract of minutes'),
    statement: t('yttrande', 'statement'),
    agreement: t('avtal', 'agreement'),
  },
  'report.kind': { interim: t('delredovisning', 'interim report'), final: t('slutredovisning', 'final report') },
  'report.state': {
    handed_in: t('lämnad', 'handed in'),
    sent_back: t('återsänd', 'sent back'),
    approved: t('godkänd genom beslut', 'approved by decision'),
  },
  'report.stance': { on_track: t('enligt plan', 'on track'), at_risk: t('osäkert', 'at risk'), late: t('sent', 'late'), done: t('klart', 'done') },
  'clause.kind': clauseKinds,
  'setting.name': {
    access_review: t('granskning av läsningar', 'review of readings'),
    demo: t('demonstrationens dag', 'the day of the demonstration'),
    demo_roles: t('demonstrationens roller', 'the roles of the demonstration'),
    desk: t('det organ som visas först', 'the body that is shown first'),
    voters: t('antal röstberättigade', 'number of voters'),
  },
  'rule_choice.variant': Object.fromEntries(Object.entries(variantWords).map(([variant, { asks }]) => [variant, asks])),
  'rule_choice.value': Object.assign({}, ...Object.values(variantWords).map(({ answers }) => answers)) as Codes,
  'personal_file.concerns': {
    assistance: t('bistånd', 'assistance'),
    no_inquiry: t('att utredning inte inleds', 'that no inquiry is begun'),
    child_inquiry: t('utredning om barn', 'inquiry about a child'),
    custody: t('vårdnad, boende eller umgänge', 'custody, residence or access'),
    placement: t('placering', 'placement'),
    paternity: t('föräldraskap', 'parentage'),
    adoption: t('adoption', 'adoption'),
  },
  // Of what is proposed in an item.
  'agenda_item.clauses': clauseKinds,
  'meeting_fact.clauses': clauseKinds,
  'meeting_fact.clause': clauseKinds,
  'figure.status': { preliminary: t('preliminär', 'preliminary'), final: t('slutlig', 'final'), derived: t('räknad', 'derived') },
  'target.rule': {
    at_least: t('minst', 'at least'),
    at_most: t('högst', 'at most'),
    increase: t('ska öka', 'increase'),
    decrease: t('ska minska', 'decrease'),
    hold: t('ska ligga still', 'hold steady'),
  },
  'series.direction': { up: t('uppåt är bra', 'up is good'), down: t('nedåt är bra', 'down is good'), hold: t('ska ligga still', 'hold steady') },
  'series.over_time': aggregation(),
  'series.over_tree': aggregation(),
  'series.period_kind': {
    year: t('år', 'year'),
    tertial: t('tertial', 'tertial'),
    quarter: t('kvartal', 'quarter'),
    month: t('månad', 'month'),
    day: t('dag', 'day'),
  },
  'node.kind': organisationWords.kind,
  'post.role': organisationWords.role,
  'succession.kind': { merge: t('sammanslagning', 'merge'), split: t('delning', 'split'), move: t('flytt', 'move') },
  'meeting.form': { physical: t('på plats', 'in the room'), digital: t('digitalt', 'digital'), hybrid: t('på plats och på distans', 'in the room and remote') },
  'meeting.state': {
    planned: t('planerat', 'planned'),
    summoned: t('kallat', 'summoned'),
    open: t('pågår', 'in session'),
    closed: t('avslutat', 'closed'),
    adjusted: t('justerat', 'adjusted'),
    announced: t('anslaget', 'announced'),
  },
  'agenda_item.kind': meetingKinds,
  'agenda_item.state': {
    waiting: t('väntar', 'waiting'),
    open: t('behandlas', 'open'),
    closed: t('avgjort', 'closed'),
    tabled: t('bordlagt', 'tabled'),
    referred: t('återremitterat', 'referred back'),
  },
  'minutes.state': { draft: t('utkast', 'draft'), frozen: t('låst för justering', 'frozen'), adjusted: t('justerat', 'adjusted') },
  'board_notice.kind': { adjustment: t('justerat protokoll', 'adjusted minutes'), meeting: t('sammanträde', 'meeting') },
  'agenda_item.exempt': exemptWords,
  'preparation_step.kind': {
    draft: t('skrivs', 'draft'),
    review: t('granskas', 'review'),
    opinion: t('yttrande', 'opinion'),
    propose: t('föreslås', 'propose'),
    decide: t('beslutas', 'decide'),
  },
  'preparation_step.state': { waiting: t('väntar', 'waiting'), open: t('pågår', 'open'), done: t('klart', 'done'), returned: t('återsänt', 'returned') },
  'contradiction.sureness': { error: t('fel', 'error'), contradiction: t('motsägelse', 'contradiction'), ask: t('att fråga om', 'to ask about') },
  // Of union cooperation, within the parts of a document.
  'document.cooperation': {
    information: t('information', 'information'),
    cooperation: t('samverkan', 'cooperation'),
    negotiation: t('förhandling', 'negotiation'),
  },
}

function aggregation(): Codes {
  return {
    sum: t('summa', 'sum'),
    mean: t('medelvärde', 'mean'),
    last: t('senaste', 'last'),
    ratio: t('kvot', 'ratio'),
    none: t('läggs inte ihop', 'not aggregated'),
  }
}

/** States and acts of a register; of a register that is not known, those of the first that has them. */
const ofRegister = (register: string | null, column: string, code: string): Text | undefined => {
  const definition = register === null ? undefined : definitionOf(register)
  const asked = definition ? [definition] : allDefinitions
  if (column === 'act' && Object.hasOwn(actWords, code)) return actWords[code]
  const rows = asked.map(({ lifecycle }) => (column === 'act' ? lifecycle.acts : lifecycle.states))
  return rows.find((row) => Object.hasOwn(row, code))?.[code]?.words
}

/** The acts that every register has. */
const actWords: Codes = { create: t('ny', 'made'), change: t('ändrad', 'changed'), write: t('skriven', 'written') }

/** What a code in a column means; undefined where the column has no codes, or not this one. */
export const codeWords = (relation: string, register: string | null, column: string, code: string): Text | undefined => {
  if (relation === 'entry' && column === 'state') return ofRegister(register, 'state', code)
  if (relation === 'entry_event' && ['from_state', 'to_state'].includes(column)) return ofRegister(register, 'state', code)
  if (relation === 'entry_event' && column === 'act') return ofRegister(register, 'act', code)
  if (relation === 'link' && column === 'kind') return entryWords.linkDown(code as never) as Text | undefined
  const known = codes[`${relation}.${column}`]
  return known && Object.hasOwn(known, code) ? known[code] : undefined
}
