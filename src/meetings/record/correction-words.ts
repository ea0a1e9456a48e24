import type { Text } from '../../kernel/text.ts'
import type { VoteResult } from './record.ts'

const fields: Readonly<Record<string, Text>> = {
  text: { sv: 'Text', en: 'Text' },
  ground: { sv: 'Jävsgrund', en: 'Ground of conflict' },
  alternative: { sv: 'Skulle ha', en: 'Would have' },
  personIds: { sv: 'Vem eller vilka', en: 'Who' },
  person: { sv: 'Vem', en: 'Who' },
}
const outcomes: Readonly<Record<VoteResult['outcome'], Text>> = {
  yes: { sv: 'ja', en: 'yes' },
  no: { sv: 'nej', en: 'no' },
  tie: { sv: 'lika röstetal', en: 'a tie' },
  minority: { sv: 'att en tredjedel fick som den begärde', en: 'what a third asked for' },
}

/** What is said of corrections. */
export const correctionWords = {
  unknown: { sv: 'Det som ska rättas finns inte, eller kan inte rättas för sig.', en: 'There is nothing to correct, or it is not corrected by itself.' },
  shape: { sv: 'Rättelsen går inte att läsa.', en: 'The correction cannot be read.' },
  why: { sv: 'Skriv varför det rättas.', en: 'Write why it is corrected.' },
  same: { sv: 'Det står redan så.', en: 'It says so already.' },
  frozen: { sv: 'Texten ligger för justering och rättas inte.', en: 'The text lies for adjustment and is not corrected.' },
  frozenMend: { sv: 'Ta tillbaka den, rätta, och lämna den på nytt.', en: 'Take it back, correct, and hand it over again.' },
  notObvious: {
    sv: 'Texten är justerad. Då rättas bara uppenbara fel: skrivfel, räknefel och liknande förbiseenden (efter grunderna i 36 § förvaltningslagen).',
    en: 'The text is adjusted. Then only plain errors are corrected: slips of the pen, of counting and the like (by the principles of FL 36).',
  },
  notObviousMend: {
    sv: 'Kryssa för att felet är uppenbart. Annars behövs ett nytt beslut, eller laglighetsprövning.',
    en: 'Tick that the error is plain. Otherwise it takes a new decision, or a review of legality.',
  },
  thereAlready: (who: string): Text => ({ sv: `${who} var redan där.`, en: `${who} was there already.` }),
  notThere: (who: string): Text => ({ sv: `${who} var inte där och kan inte ha gått.`, en: `${who} was not there and cannot have left.` }),
  tookPart: (who: string): Text => ({
    sv: `${who} har röstat eller yrkat något efter att ha kommit.`,
    en: `${who} has voted or moved something after coming.`,
  }),
  tookPartMend: { sv: 'Rätta rösten och yrkandet först.', en: 'Correct the vote and the motion first.' },
  voter: { sv: 'Personen var inte bland dem som röstade.', en: 'The person was not among the voters.' },
  openItem: { sv: 'Ärendet är inte avgjort: rättelsen skulle ändra utgången.', en: 'The item is not settled: the correction would change the outcome.' },
  openItemMend: { sv: 'Ångra räkningen och räkna om.', en: 'Undo the count, and count again.' },
  outcomeStands: (yes: number, no: number, outcome: VoteResult['outcome']): Text => ({
    sv: `Med rättelsen blir det ${yes} ja mot ${no} nej, och utgången hade blivit ${outcomes[outcome].sv}. Beslutet står ändå som ordföranden uttalade det när klubban föll.`,
    en: `Corrected it is ${yes} yes against ${no} no, and the outcome would have been ${outcomes[outcome].en}. The decision stands all the same as the chair pronounced it with the gavel.`,
  }),
  outcomeTold: (outcome: VoteResult['outcome']): Text => ({
    sv: `Räkningen är rättad, och utgången hade blivit ${outcomes[outcome].sv}. Beslutet står som ordföranden uttalade det när klubban föll. Det ändras bara av ett nytt beslut, eller upphävs vid laglighetsprövning.`,
    en: `The count is corrected, and the outcome would have been ${outcomes[outcome].en}. The decision stands as the chair pronounced it with the gavel. It is changed only by a new decision, or annulled by a review of legality.`,
  }),
  countCorrected: {
    sv: 'Räkningen är rättad efter klubbslaget. Utgången är densamma.',
    en: 'The count was corrected after the gavel. The outcome is the same.',
  },
  standsMend: { sv: 'Kryssa för att du har läst det, om det ska rättas ändå.', en: 'Tick that you have read this, if it is to be corrected all the same.' },
  effectStands: {
    sv: 'Att-satsen har fått verkan. Rättelsen ändrar hur den lyder, inte vad den gjorde: det ändras bara av ett nytt beslut.',
    en: 'The clause has taken effect. The correction changes how it reads, not what it did: that is changed only by a new decision.',
  },
  field: (name: string): Text => fields[name] ?? { sv: name, en: name },
  time: (who: string): Text => ({ sv: who ? `Tid, ${who}` : 'Tid', en: who ? `Time, ${who}` : 'Time' }),
  ballotOf: (name: string): Text => ({ sv: `Röst, ${name}`, en: `Vote, ${name}` }),
  count: { sv: 'Räkningen, ja–nej', en: 'The count, yes–no' },
  clause: (no: number): Text => ({ sv: `Att-sats ${no}`, en: `Clause ${no}` }),
  ballot: {
    yes: { sv: 'Ja', en: 'Yes' },
    no: { sv: 'Nej', en: 'No' },
    abstain: { sv: 'Avstår', en: 'Abstains' },
    absent: { sv: 'Frånvarande', en: 'Absent' },
  },
  changed: (before: string, after: string): Text => ({
    sv: `”${before || '–'}” rättas till ”${after || '–'}”`,
    en: `“${before || '–'}” is corrected to “${after || '–'}”`,
  }),
  head: { sv: 'Rätta', en: 'Correct' },
  intro: {
    sv: 'Det som stod går fortfarande att läsa, med vem som rättade det, när och varför.',
    en: 'What stood can still be read, with who corrected it, when and why.',
  },
  obvious: { sv: 'Felet är uppenbart: skrivfel, räknefel eller liknande förbiseende', en: 'The error is plain: a slip of the pen, of counting or the like' },
  stands: { sv: 'Jag har läst det. Rätta ändå', en: 'I have read it. Correct all the same' },
  save: { sv: 'Rätta', en: 'Correct' },
  wording: { sv: 'Lydelse', en: 'Wording' },
  voteHead: (n: number): Text => ({ sv: `Omröstning ${n}: hur någon röstade`, en: `Vote ${n}: how somebody voted` }),
  closedVote: {
    sv: 'En sluten omröstning rättas inte: ingen vet vems röst som är vilken.',
    en: 'A closed vote is not corrected: nobody knows whose ballot is which.',
  },
  voted: { sv: 'Röstade', en: 'Voted' },
  timeField: { sv: 'Klockan', en: 'Time' },
  timeHint: { sv: 'Skriv klockslaget som 13:20.', en: 'Write the time as 13:20.' },
  timesHead: { sv: 'Rätta vem som kom och gick, tider och justerare', en: 'Correct who came and went, times and adjusters' },
  factHead: {
    arrived: { sv: 'kom', en: 'came' },
    left: { sv: 'gick', en: 'left' },
    paused: { sv: 'ajournering', en: 'adjournment' },
    resumed: { sv: 'återupptogs', en: 'resumed' },
    adjuster: { sv: 'justerare', en: 'adjuster' },
  },
} as const
