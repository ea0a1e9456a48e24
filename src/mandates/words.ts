import type { Text } from '../kernel/text.ts'

/** What the scheme of delegation says. */
export const words = {
  title: { sv: 'Vem får besluta?', en: 'Who may decide?' },
  nav: { sv: 'Delegation', en: 'Delegation' },
  lead: (body: Text | null, points: number): Text => ({
    sv: `${body ? `${body.sv} har` : 'Delegationsordningarna har'} ${points === 0 ? 'inga punkter' : points === 1 ? 'en punkt' : `${points} punkter`} som passar.`,
    en: `${body ? `${body.en} has` : 'The schemes of delegation have'} ${points === 0 ? 'no points' : points === 1 ? 'one point' : `${points} points`} that fit.`,
  }),
  more: (body: Text | null): Text => ({
    sv: `${body ? `${body.sv} har` : 'Delegationsordningarna har'} fler punkter än vad som får plats här.`,
    en: `${body ? `${body.en} has` : 'The schemes of delegation have'} more points than there is room for here.`,
  }),
  mayFor: (points: number, amount: Text): Text => ({
    sv: `För ${amount.sv} får någon annan än organet självt besluta i ${points === 0 ? 'ingen' : points} av dem.`,
    en: `For ${amount.en} somebody other than the body itself may decide in ${points === 0 ? 'none' : points} of them.`,
  }),
  about: {
    sv: 'Punkterna och mandaten är beslutade. Ett delegationsbeslut utanför sitt mandat kan inte registreras.',
    en: 'The points and mandates are decided. A delegated decision outside its mandate cannot be registered.',
  },
  search: { sv: 'Vad gäller beslutet?', en: 'What is the decision about?' },
  body: { sv: 'Organ', en: 'Body' },
  amount: { sv: 'Värde, tkr', en: 'Worth, tkr' },
  day: { sv: 'Dag', en: 'Day' },
  point: { sv: 'Beslut', en: 'Decision' },
  who: { sv: 'Får besluta', en: 'May decide' },
  told: { sv: 'Återredovisas', en: 'Told of' },
  area: { sv: 'Område', en: 'Area' },
  only: (body: Text): Text => ({ sv: `Bara ${body.sv}`, en: `Only ${body.en}` }),
  itself: (body: Text): Text => ({ sv: `${body.sv} självt`, en: `${body.en} itself` }),
  nobodyYet: { sv: 'Ingen har mandat i dag', en: 'Nobody has a mandate today' },
  upTo: (amount: string): Text => ({ sv: `högst ${amount}`, en: `up to ${amount}` }),
  noLimit: { sv: 'utan gräns i kronor', en: 'without limit of money' },
  beyond: { sv: 'räcker inte', en: 'not enough' },
  handedOn: { sv: 'vidaredelegerat', en: 'handed on' },
  mayHandOn: { sv: 'får delegera vidare', en: 'may hand on' },
  urgent: { sv: 'bara i brådskande ärenden', en: 'only in urgent matters' },
  vacant: { sv: 'vakant', en: 'vacant' },
  conditions: { sv: 'Villkor', en: 'Conditions' },
  beside: { sv: 'Mandat utanför ordningen', en: 'Mandates beside the scheme' },
  none: { sv: 'Ingen punkt passar. Då är det organet självt som beslutar (KL 6:37).', en: 'No point fits. Then the body itself decides (KL 6:37).' },
  counted: (n: number): Text => ({ sv: `${n} punkter på sidan`, en: `${n} points on this page` }),
  byNumber: { sv: 'I nummerordning', en: 'By number' },
  firstPage: { sv: 'Till första sidan', en: 'To the first page' },
  badAmount: { sv: 'Beloppet gick inte att läsa; alla visas.', en: 'The amount could not be read; all are shown.' },
  badDay: { sv: 'Dagen gick inte att läsa; dagens datum visas.', en: 'The day could not be read; today is shown.' },
} as const
