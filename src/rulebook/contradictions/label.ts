/** Words that name a place in a sum, not a quantity. */
const totals = /^(summa|totalt?|total(en|a)?|samtliga|tot|sum|all|alla)$/
const generic = new Set([
  'intäkt',
  'kostnad',
  'nettokostnad',
  'netto',
  'resultat',
  'övrigt',
  'övrig',
  'buffert',
  'delsumma',
  'verksamhet',
  'kommunbidrag',
  'nettoinvestering',
  'ackumulerat',
  'investering',
  'ram',
  'budget',
  'utfall',
  'prognos',
  'avvikelse',
  'förändring',
  'belopp',
  'värde',
  'andel',
  'år',
  'medel',
  'högst',
  'högsta',
  'lägst',
  'lägsta',
  'income',
  'cost',
  'net',
  'other',
  'man',
  'män',
  'kvinn',
  'kvinna',
  'pojk',
  'flick',
  'rik',
  'ja',
  'nej',
  'vet',
  'ej',
])
const drop = /^(antal|antalet|number|of|i|av|the)$/

const stem = (word: string): string => {
  for (const ending of ['ernas', 'arnas', 'erna', 'arna', 'orna', 'ar', 'er', 'or', 'en', 'et']) {
    if (word.length - ending.length >= 4 && word.endsWith(ending)) return word.slice(0, -ending.length)
  }
  if (/(?<!pl)an$|aron$/.test(word) && word.length >= 6) return word.slice(0, -1)
  return word.length >= 5 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word
}

const known = new Map<string, string>()

/** A label made comparable: case, spaces, signs, plural and definite forms. Words of totals and 'antal' fall away. Conservative: no synonyms. */
export const normalLabel = (label: string): string => {
  const before = known.get(label)
  if (before !== undefined) return before
  const out = label
    .normalize('NFC')
    .toLowerCase()
    .replace(/\((tkr|mnkr|mkr|kr|%|st|antal|procent)\)/g, ' ')
    .replace(/[^a-zåäöéü0-9<>≥≤+:§/-]+/g, ' ')
    .split(' ')
    .filter((word) => word !== '' && !totals.test(word) && !drop.test(word))
    .map(stem)
    .join(' ')
  if (known.size < 50_000) known.set(label, out)
  return out
}

/** Does the label name anything by itself, or only what every table has ('Kostnader', 'Övrigt', '2021')? */
export const namesNothing = (normal: string): boolean => normal.split(' ').every((word) => generic.has(word) || /^[\d:<>≥≤+/-]*$/.test(word))

const bodyWord =
  /(?<![a-zåäö])[a-zåäö-]*(nämnd|förvaltning|skola|skolor|bolag|koncern|kommun|enhet|distrikt|stadsdel|förbund|rike|län)(en|et|n|na)?s?(?![a-zåäö])|[a-zåäö]+ ab(?![a-zåäö])/gi

/** The bodies that a title names ('Nyckeltal för koncernen' → 'koncern'): whose numbers its table tells. */
export const bodiesIn = (title: string): string => [...new Set([...title.matchAll(bodyWord)].map(([word]) => normalLabel(word)))].toSorted().join(' ')

const meanWord =
  /(^|[^a-zåäö])(medelvärde|medelvärdet|medeltal|medelålder|medianvärde|median|i medel|i snitt|snitt|snittet|högsta|lägsta|högst|lägst|längst|längsta|kortast|kortaste|max|min|index|nki|kvot|meritvärde|average|mean|share|rate|genomsnitt[a-zåäö]*|andel[a-zåäö]*|procent[a-zåäö]*|per invånare|per elev|per brukare)(?![a-zåäö])|^medel$|[%‰]|kr\//i

/** Labels of means, extremes, shares and indexes: numbers whose parts are not added. 'Medel' alone is a mean, 'statliga medel' is money, 'löneskatt (24,26 %)' says what it was reckoned by. */
export const isMean = (text: string): boolean => meanWord.test(withoutRate(text))

/** A number of per cent within a label says how an amount was reckoned, or names a span: 'Deltid 75–99 %'. */
export const withoutRate = (text: string): string => text.replace(/\d\s?(%|‰|procent(?![a-zåäö]))/g, ' ').trim()

const rateWord =
  /(^|[^a-zåäö])(medel(?!s|pad|hav|svår)[a-zåäö]{3,}|snitt(lön|ålder|tid|betyg|poäng|värde|tal|kostnad|hyra|ränta|temperatur|inkomst|antal|belopp|vistelse|punkt)[a-zåäö]*|median[a-zåäö]*|[a-zåäö]*(täcknings|sysselsättnings|försörjnings|konsoliderings|finansierings|nyttjande|belåtenhets|behörighets|själv[a-zåäö]+s)grad(en)?|soliditet(en)?|(?<!^(total|summa) (kommunal )?)skattesats(en)?|utdebitering|personalomsättning(en)?|lärartäthet|personaltäthet)(?![a-zåäö])|[a-zåäö)] per (1 ?000|10 ?000|100 ?000)(?![a-zåäö\d])/i
/** 'Barn per avdelning' is a rate; 'Utfall per augusti' and 'Kostnad per nämnd' are amounts. */
const perThing =
  /[a-zåäö)] per (?!(år|månad|mån|kvartal|tertial|vecka|period|den|sista|skuld|nämnd|förvaltning|verksamhet|enhet|bolag|kommun|område|kategori|grupp|typ|kön|ålder|slag|anslag|projekt)(en|et|er|s)?(?![a-zåäö])|(jan|feb|mars|apr|maj|juni|juli|aug|sep|okt|nov|dec))[a-zåäö]/i

/** Does the label of a line name a mean, a rate or an amount per head, which is no part of the sum it stands among? */
export const isRate = (label: string): boolean => isMean(label) || rateWord.test(withoutRate(label)) || perThing.test(withoutRate(label))

const yearOnYear =
  /^(årlig |procentuell )?(förändring|ökning|minskning|tillväxt|utveckling|change|growth)(?![a-zåäö])(?!( ?\([-+−–]\))?( ?\/ ?(ökning|minskning)( ?\([-+−–]\))?)? (av|i) )|(jämfört med|från|mot|sedan|change from) (föregående|förra|fjol|året innan|previous|last)/i

/** Does the label of a row say that it compares each period with the one before? 'Förändring av avsättningar' is an amount of its own. */
export const isYearOnYear = (label: string): boolean => yearOnYear.test(label.trim())

const kindWords: readonly (readonly [RegExp, string])[] = [
  [/\b(budget|ram|plan|internbudget|detaljbudget)\b/i, 'budget'],
  [/(^|[^a-zåäö])(årsprognos|helårsprognos|prognos|forecast)\b/i, 'forecast'],
  [/(^|[^a-zåäö])(årsutfall|utfall|bokslut|outcome|actual)\b/i, 'outcome'],
  [/(^|[^a-zåäö])(målvärde|målnivå|mål|target)(?![a-zåäö])/i, 'target'],
]

/** The kind that a column's label states: budget, forecast, outcome, target; '' where it states none. */
export const kindIn = (label: string): string => kindWords.find(([word]) => word.test(label))?.[1] ?? ''

/** The label without its year, kind and version: what is left names a quantity ('Män'), or nothing. */
export const beyondPeriod = (label: string): string => {
  const bare = kindWords.reduce((text, [word]) => text.replace(word, ' '), label.replace(/\b(19|20)\d{2}([-/](19|20)?\d{2})?(:\d+)?\b/g, ' '))
  return normalLabel(bare)
    .split(' ')
    .filter((word) => !/^(år|helår|jan|januari|dec|december|aug|augusti|tertial|kvartal|t[123]|q[1-4]|tkr|mnkr|mkr|kr|:\d+|[-/])$/.test(word))
    .join(' ')
}
