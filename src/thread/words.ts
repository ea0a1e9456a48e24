import type { Amount } from '../kernel/amount.ts'
import { formatAmount } from '../kernel/amount.ts'
import { type Day, longDay, shortDay } from '../kernel/day.ts'
import { formatNumber } from '../kernel/number.ts'
import { type Period, periodLabel } from '../kernel/period.ts'
import { listed, type Locale, type Text, upper } from '../kernel/text.ts'
import { type GapCode, numeral } from '../rulebook/gaps.ts'
import type { DocumentFact, TargetFact } from './facts.ts'

/** A text made in each language. */
export const both = (make: (locale: Locale) => string): Text => ({ sv: make('sv'), en: make('en') })
const lower = (s: string): string => s.charAt(0).toLowerCase() + s.slice(1)
const inSentence = (parts: readonly string[], locale: Locale): string => listed(parts, locale === 'sv' ? 'och' : 'and')

const documentKinds: Record<DocumentFact['kind'], Text> = {
  board_paper: { sv: 'Tjänsteskrivelse', en: 'Board paper' },
  official_opinion: { sv: 'Tjänsteutlåtande', en: 'Official opinion' },
  report: { sv: 'Rapport i ärendet', en: 'Report in the case' },
  annex: { sv: 'Bilaga', en: 'Annex' },
  minutes_extract: { sv: 'Protokollsutdrag', en: 'Extract of minutes' },
  statement: { sv: 'Yttrande', en: 'Statement' },
  agreement: { sv: 'Avtal', en: 'Agreement' },
}

/** What should have stood where a gap is. */
const missingTitles: Record<GapCode, Text> = {
  preparation_missing: { sv: 'Beredning', en: 'Preparation' },
  field_missing: { sv: 'Uppgift', en: 'Fact' },
  dispatch_unreceived: { sv: 'Mottagande', en: 'Receipt' },
  money_untraceable: { sv: 'Utfall', en: 'Outcome' },
  document_outdated: { sv: 'Giltighet', en: 'Validity' },
  act_late: { sv: 'Dag att hålla', en: 'Date to keep' },
  report_late: { sv: 'Rapport', en: 'Report' },
  continuation_unowned: { sv: 'Fortsättning', en: 'What continues' },
  measure_missing: { sv: 'Mått', en: 'Measure' },
}

/** Several gaps of one kind, inside a sentence. */
const manyGaps: Record<GapCode, (n: number) => Text> = {
  preparation_missing: (n) =>
    both((l) => (l === 'sv' ? `beredningen till ${numeral(n, l)} beslut är inte inlagd` : `the preparation of ${numeral(n, l)} decisions is not entered`)),
  field_missing: (n) => both((l) => (l === 'sv' ? `${numeral(n, l)} uppgifter saknas` : `${numeral(n, l)} facts are missing`)),
  dispatch_unreceived: (n) =>
    both((l) => (l === 'sv' ? `${numeral(n, l)} mottagare har inte tagit emot beslutet` : `${numeral(n, l)} receivers have not received the decision`)),
  money_untraceable: (n) => both((l) => (l === 'sv' ? `${numeral(n, l)} belopp går inte att följa` : `${numeral(n, l)} amounts cannot be followed`)),
  document_outdated: (n) =>
    both((l) => (l === 'sv' ? `${numeral(n, l)} styrdokument har passerat sin sista dag` : `${numeral(n, l)} governing documents are past their last day`)),
  act_late: (n) =>
    both((l) => (l === 'sv' ? `${numeral(n, l)} dagar har passerat utan att det gjorts som skulle göras` : `${numeral(n, l)} dates have passed unkept`)),
  report_late: (n) => both((l) => (l === 'sv' ? `${numeral(n, l)} rapporter saknas` : `${numeral(n, l)} reports are missing`)),
  continuation_unowned: (n) =>
    both((l) =>
      l === 'sv' ? `det som skulle fortsätta efter ${numeral(n, l)} rapporter saknar ägare` : `what was to go on after ${numeral(n, l)} reports has no owner`,
    ),
  measure_missing: (n) => both((l) => (l === 'sv' ? `${numeral(n, l)} delar saknar mått på effekt` : `${numeral(n, l)} parts have no measure of effect`)),
}

const targetText = (target: Pick<TargetFact, 'rule' | 'period'>, value: (locale: Locale) => string): Text =>
  both((l) => {
    const rules = {
      sv: { at_least: `minst ${value(l)}`, at_most: `högst ${value(l)}`, increase: 'öka', decrease: 'minska', hold: 'ligga still' },
      en: { at_least: `at least ${value(l)}`, at_most: `at most ${value(l)}`, increase: 'increase', decrease: 'decrease', hold: 'hold steady' },
    }
    return `${l === 'sv' ? 'Mål' : 'Target'} ${periodLabel(target.period, l)}: ${rules[l][target.rule]}`
  })

export const words = {
  nobody: { sv: 'ingen', en: 'nobody' },
  unknownNode: { sv: 'ett organ som inte finns längre', en: 'a body that no longer exists' },
  /** 'Kommunfullmäktige § 120'; a post's decision by its own number: 'Förvaltningschef, Delegationsbeslut 2022-6'. */
  paragraph: (who: Text, paragraph: string): Text =>
    both((l) => (/^\d/.test(paragraph) ? `${who[l]} §\u00a0${paragraph}` : paragraph.startsWith('§') ? `${who[l]} ${paragraph}` : `${who[l]}, ${paragraph}`)),
  caseTitle: (number: string | null): Text => (number ? { sv: `Ärende ${number}`, en: `Case ${number}` } : { sv: 'Ärende', en: 'Case' }),
  opened: { sv: 'öppnat', en: 'opened' },
  documentKind: (kind: DocumentFact['kind']): Text => documentKinds[kind],
  adjusted: (on: Day): Text => both((l) => (l === 'sv' ? `justerat ${longDay(on, l)}` : `adjusted ${longDay(on, l)}`)),
  onDay: (on: Day): Text => both((l) => longDay(on, l)),
  since: (on: Day, today: Day): Text => both((l) => (l === 'sv' ? `sedan ${shortDay(on, today, l)}` : `since ${shortDay(on, today, l)}`)),
  by: (on: Day): Text => both((l) => (l === 'sv' ? `senast ${longDay(on, l)}` : `by ${longDay(on, l)}`)),
  wasDue: (on: Day, today: Day, report: boolean): Text =>
    both((l) => (l === 'sv' ? `skulle ${report ? 'lämnats' : 'gjorts'} ${shortDay(on, today, l)}` : `was due ${shortDay(on, today, l)}`)),
  askedBy: (who: Text): Text => both((l) => (l === 'sv' ? `Begärd av ${who.sv}` : `Asked for by ${who.en}`)),
  responsible: (post: Text, owner: Text | null): Text =>
    both((l) => `${l === 'sv' ? 'Ansvarig' : 'Responsible'}: ${lower(post[l])}${owner ? `, ${owner[l]}` : ''}`),
  carriedOutBy: (owner: Text): Text => both((l) => (l === 'sv' ? `Utförs av ${owner.sv}` : `Carried out by ${owner.en}`)),
  /** The wording of a clause as a sentence of its own. */
  clause: (text: string): string => (/^att\s/i.test(text) ? upper(text) : `Att ${lower(text)}`),
  moreClauses: (n: number): Text =>
    both((l) => (l === 'sv' ? `och ${numeral(n, l)} att-${n === 1 ? 'sats' : 'satser'} till` : `and ${numeral(n, l)} more clause${n === 1 ? '' : 's'}`)),
  money: { sv: 'Pengarna', en: 'The money' },
  moneyLane: { sv: 'pengarna', en: 'the money' },
  workLane: { sv: 'arbetet', en: 'the work' },
  amountFor: (amount: Amount, p: Period): Text =>
    both((l) => (l === 'sv' ? `${formatAmount(amount, 'tkr', l)} för ${periodLabel(p, l)}` : `${formatAmount(amount, 'tkr', l)} for ${periodLabel(p, l)}`)),
  goal: { sv: 'Mål', en: 'Goal' },
  mandate: { sv: 'Mandat', en: 'Mandate' },
  ruleChoice: { sv: 'Så tillämpas lagen', en: 'How the law is applied' },
  elected: { sv: 'Förtroendeuppdrag', en: 'Elected post' },
  inForce: { sv: 'gäller', en: 'in force' },
  report: (kind: Text, p: Period | null): Text => both((l) => (p ? `${kind[l]}, ${periodLabel(p, l)}` : kind[l])),
  reportState: (state: 'handed_in' | 'approved' | 'sent_back', stance: Text): Text =>
    both((l) => {
      const tail = { handed_in: { sv: '', en: '' }, approved: { sv: ', godkänd', en: ', approved' }, sent_back: { sv: ', återsänd', en: ', sent back' } }[
        state
      ][l]
      return `${lower(stance[l])}${tail}`
    }),
  reportedBy: (post: Text): Text => both((l) => (l === 'sv' ? `Lämnad av ${lower(post.sv)}` : `Handed in by the ${lower(post.en)}`)),
  ownedBy: (who: Text): Text => both((l) => (l === 'sv' ? `Ägs av ${who.sv}` : `Owned by ${who.en}`)),
  dropped: { sv: 'släppt', en: 'dropped' },
  carriedOn: { sv: 'klart', en: 'done' },
  goesOn: { sv: 'fortsätter', en: 'goes on' },
  outcome: (value: string, p: Period): Text => both((l) => `${value} ${periodLabel(p, l)}`),
  noFigure: { sv: 'inget utfall ännu', en: 'no outcome yet' },
  target: targetText,
  noMeasureNeeded: { sv: 'Inget mått behövs', en: 'No measure is needed' },
  noMeasureShort: { sv: 'antecknat varför', en: 'the reason is noted' },
  waitsFor: { sv: 'väntar på att tas emot', en: 'waits to be received' },
  sentTo: (who: Text): Text => both((l) => (l === 'sv' ? `Sänt till ${who.sv}` : `Sent to ${who.en}`)),
  received: { sv: 'mottaget', en: 'received' },
  secret: { sv: 'Sekretessbelagt', en: 'Secret' },
  secretText: { sv: 'Den här stationen får bara läsas av den som handlägger ärendet.', en: 'Only those who handle the case may read this station.' },
  missing: (code: GapCode): Text => missingTitles[code],
  gap: { sv: 'Lucka', en: 'Gap' },

  // The opening sentence.
  gaveMoney: (who: Text, amount: Amount, p: Period): Text => both((l) => `${who[l]} ${l === 'sv' ? 'gav' : 'gave'} ${words.amountFor(amount, p)[l]}.`),
  gaveAssignments: (who: Text, n: number, on: Day): Text =>
    both((l) =>
      l === 'sv'
        ? `${who.sv} gav ${n === 1 ? 'uppdraget' : `${numeral(n, l)} uppdrag`} ${longDay(on, l)}.`
        : `${who.en} gave ${n === 1 ? 'the assignment' : `${numeral(n, l)} assignments`} on ${longDay(on, l)}.`,
    ),
  decided: (who: Text, on: Day): Text => both((l) => (l === 'sv' ? `${who.sv} beslutade ${longDay(on, l)}.` : `${who.en} decided on ${longDay(on, l)}.`)),
  noDecision: { sv: 'Inget beslut står bakom det här ännu.', en: 'No decision stands behind this yet.' },
  partsDone: (done: number, of: number): Text =>
    both((l) => {
      if (done === 0) return l === 'sv' ? `Ingen av ${numeral(of, l)} delar är klar än.` : `None of ${numeral(of, l)} parts is done yet.`
      if (done === of) return l === 'sv' ? `Alla ${numeral(of, l)} delar är klara.` : `All ${numeral(of, l)} parts are done.`
      return l === 'sv'
        ? `${upper(numeral(done, l))} av ${numeral(of, l)} delar är ${done === 1 ? 'klar' : 'klara'}.`
        : `${upper(numeral(done, l))} of ${numeral(of, l)} parts ${done === 1 ? 'is' : 'are'} done.`
    }),
  but: (sentence: Text): Text => both((l) => `${sentence[l].replace(/\.$/, '')}, ${l === 'sv' ? 'men' : 'but'}`),
  broken: (n: number, starts: boolean): Text =>
    both((l) => {
      const s =
        l === 'sv'
          ? `tråden är av på ${n === 1 ? 'ett ställe' : `${numeral(n, l)} ställen`}`
          : `the thread is broken in ${n === 1 ? 'one place' : `${numeral(n, l)} places`}`
      return starts ? upper(s) : s
    }),
  gapList: (parts: readonly Text[]): Text =>
    both(
      (l) =>
        `: ${inSentence(
          parts.map((p) => p[l]),
          l,
        )}.`,
    ),
  many: (code: GapCode, n: number): Text => manyGaps[code](n),
  whole: { sv: 'Tråden är hel från beslut till effekt.', en: 'The thread is whole from decision to effect.' },
  soFar: { sv: 'Ingenting saknas så här långt.', en: 'Nothing is missing so far.' },

  // The page.
  kicker: { sv: 'Tråden', en: 'The thread' },
  kickerFor: (what: Text): Text => both((l) => (l === 'sv' ? `Tråden för ${what.sv}` : `The thread of ${what.en}`)),
  kind: {
    case: { sv: 'ett ärende', en: 'a case' },
    document: { sv: 'en handling', en: 'a document' },
    decision: { sv: 'ett beslut', en: 'a decision' },
    clause: { sv: 'en att-sats', en: 'a clause' },
    entry: { sv: 'en post', en: 'an entry' },
    report: { sv: 'en rapport', en: 'a report' },
    series: { sv: 'ett mått', en: 'a measure' },
    goal: { sv: 'ett mål', en: 'a goal' },
    target: { sv: 'ett målvärde', en: 'a target' },
    frame: { sv: 'en budgetram', en: 'a budget frame' },
    mandate: { sv: 'ett mandat', en: 'a mandate' },
    meeting: { sv: 'ett sammanträde', en: 'a meeting' },
    appointment: { sv: 'ett förtroendeuppdrag', en: 'an elected post' },
    rule_choice: { sv: 'hur lagen tillämpas', en: 'how the law is applied' },
  } satisfies Record<string, Text>,
  table: { sv: 'Visa bilden som tabell', en: 'Show the picture as a table' },
  cut: (shown: number): Text =>
    both((l) =>
      l === 'sv'
        ? `Tråden är längre än vad som visas: de ${formatNumber(shown, 0, l)} närmaste stationerna är med.`
        : `The thread is longer than shown: the nearest ${formatNumber(shown, 0, l)} stations are here.`,
    ),
  open: {
    case: { sv: 'Öppna ärendet', en: 'Open the case' },
    document: { sv: 'Öppna handlingen', en: 'Open the document' },
    decision: { sv: 'Öppna beslutet', en: 'Open the decision' },
    clause: { sv: 'Öppna beslutet', en: 'Open the decision' },
    entry: { sv: 'Öppna sidan i registret', en: 'Open its page in the register' },
    report: { sv: 'Öppna rapporten', en: 'Open the report' },
    series: { sv: 'Öppna måttet', en: 'Open the measure' },
    goal: { sv: 'Öppna målet', en: 'Open the goal' },
    target: { sv: 'Öppna målvärdet', en: 'Open the target' },
    frame: { sv: 'Öppna ramen', en: 'Open the frame' },
    mandate: { sv: 'Öppna mandatet', en: 'Open the mandate' },
    meeting: { sv: 'Öppna sammanträdet', en: 'Open the meeting' },
    appointment: { sv: 'Öppna förtroendeuppdraget', en: 'Open the elected post' },
    rule_choice: { sv: 'Öppna hur lagen tillämpas', en: 'Open how the law is applied' },
  } satisfies Record<string, Text>,
  asOfLabel: { sv: 'Tråden som den var', en: 'The thread as it was on' },
  asOfShow: { sv: 'Visa', en: 'Show' },
  asOfNow: { sv: 'Visa som den är i dag', en: 'Show as it is today' },
  asOfNote: (on: Day): Text => both((l) => (l === 'sv' ? `Så här såg tråden ut ${longDay(on, l)}.` : `This is how the thread looked on ${longDay(on, l)}.`)),
  badDay: (typed: string): Text => ({
    sv: `Skriv dagen som år-månad-dag, senast i dag. Du skrev ”${typed}”.`,
    en: `Write the day as year-month-day, today at the latest. You wrote “${typed}”.`,
  }),
  notYet: (on: Day): Text => both((l) => (l === 'sv' ? `Det här fanns inte ${longDay(on, l)}.` : `This did not exist on ${longDay(on, l)}.`)),
  unknown: { sv: 'Sidan finns inte', en: 'No such page' },
  unknownLead: { sv: 'Det finns ingen tråd här. Kanske är adressen fel.', en: 'There is no thread here. The address may be wrong.' },
  secretTitle: { sv: 'Sekretessbelagt', en: 'Secret' },
  secretLead: (number: string | null, section: string): Text => ({
    sv: `${number ? `${number} är` : 'Det här är'} sekretessbelagt (${section}). Bara den som handlägger ärendet får läsa det.`,
    en: `${number ? `${number} is` : 'This is'} secret (${section}). Only those who handle the case may read it.`,
  }),
  home: { sv: 'Till startsidan', en: 'To the home page' },

  // What answers each question, beside the walk.
  answer: {
    decided: { sv: 'Så kom beslutet till.', en: 'How the decision came about.' },
    undecided: { sv: 'Inget beslut finns ännu.', en: 'There is no decision yet.' },
    branches: (names: readonly Text[]): Text =>
      both((l) =>
        l === 'sv'
          ? `Tråden delar sig i ${inSentence(
              names.map((n) => n.sv),
              l,
            )}.`
          : `The thread divides into ${inSentence(
              names.map((n) => n.en),
              l,
            )}.`,
      ),
    manyBranches: (n: number): Text =>
      both((l) => (l === 'sv' ? `Tråden delar sig i ${numeral(n, l)} grenar.` : `The thread divides into ${numeral(n, l)} branches.`)),
    carriedOut: { sv: 'Det här blev beslutet.', en: 'What the decision became.' },
    nothingDone: { sv: 'Beslutet gav inget att genomföra.', en: 'The decision gave nothing to carry out.' },
    reports: (n: number): Text =>
      both((l) =>
        l === 'sv'
          ? `${n === 1 ? 'En rapport har' : `${upper(numeral(n, l))} rapporter har`} lämnats.`
          : `${n === 1 ? 'One report has' : `${upper(numeral(n, l))} reports have`} been handed in.`,
      ),
    noReport: { sv: 'Inget ännu.', en: 'Nothing yet.' },
    ordered: (n: number): Text =>
      both((l) =>
        l === 'sv'
          ? `${n === 1 ? 'En rapport är' : `${upper(numeral(n, l))} rapporter är`} beställd${n === 1 ? '' : 'a'}.`
          : `${n === 1 ? 'One report is' : `${upper(numeral(n, l))} reports are`} expected.`,
      ),
    measured: (n: number): Text =>
      both((l) =>
        l === 'sv'
          ? `${n === 1 ? 'Ett mått följs' : `${upper(numeral(n, l, true))} mått följs`}.`
          : `${n === 1 ? 'One measure is' : `${upper(numeral(n, l))} measures are`} followed.`,
      ),
    notMeasured: { sv: 'Går inte att säga.', en: 'Cannot be said.' },
    noEffect: { sv: 'Ingen effekt var avsedd att mätas.', en: 'No effect was meant to be measured.' },
  },

  // What mends a gap.
  mend: {
    add_preparation: { sv: 'Lägg in beredningen', en: 'Enter the preparation' },
    fill_field: { sv: 'Fyll i uppgiften', en: 'Fill it in' },
    ask_receiver: { sv: 'Se utskicken', en: 'See the dispatches' },
    follow_money: { sv: 'Knyt ett utfall', en: 'Tie an outcome to it' },
    renew_document: { sv: 'Föreslå att det förlängs eller ersätts', en: 'Propose to prolong or replace it' },
    do_act: { sv: 'Öppna och gör det', en: 'Open it and do it' },
    write_report: { sv: 'Skriv återrapporten', en: 'Write the report' },
    own_continuation: { sv: 'Utse ägare', en: 'Name owners' },
    choose_measure: { sv: 'Föreslå mått', en: 'Propose a measure' },
  } satisfies Record<string, Text>,
  noteNoMeasure: { sv: 'Anteckna varför inget mått behövs', en: 'Note why no measure is needed' },
  noMeasure: {
    title: { sv: 'Varför behövs inget mått?', en: 'Why is no measure needed?' },
    lead: (thing: string): Text => ({
      sv: `Anteckningen läggs till ”${thing}” och visas på tråden i stället för luckan.`,
      en: `The note is kept with “${thing}” and shown on the thread in place of the gap.`,
    }),
    label: { sv: 'Skäl', en: 'Reason' },
    hint: {
      sv: 'Till exempel att effekten redan följs på annat håll. Minst en mening.',
      en: 'For example that the effect is followed elsewhere. At least one sentence.',
    },
    why: { sv: 'Läses av ledamöter, revisorer och den som undrar över effekten.', en: 'Read by members, auditors and anybody who asks about the effect.' },
    save: { sv: 'Spara anteckningen', en: 'Save the note' },
    cancel: { sv: 'Tillbaka till tråden', en: 'Back to the thread' },
    tooShort: { sv: 'Skriv skälet, minst tio tecken.', en: 'Write the reason, at least ten characters.' },
    notHere: {
      sv: 'Här finns redan ett mått eller en anteckning, eller så väntas ingen effekt.',
      en: 'There is a measure or a note already, or no effect is intended.',
    },
    saved: { sv: 'Anteckningen är sparad.', en: 'The note is saved.' },
  },
}
