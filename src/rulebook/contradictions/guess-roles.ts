import { isMean } from './label.ts'
import type { LineInput, Role } from './material.ts'

/** A role read from a label. `firm`: the label leaves no doubt that it is a sum; else the numbers must bear it out before anything is told. */
export type GuessedRole = { readonly role: Role; readonly firm: boolean } | null

const says = {
  total:
    /^(summa|totalt?|total summa|sum|total sum|grand total)(?![a-zåäö])|^(balansomslutning|samtliga( nämnder| förvaltningar| verksamheter| enheter| anställda| kommuner)?)$/i,
  totalLast: /[^a-zåäö](summa|totalt?|tot\.?)$/i,
  subtotal: /^(delsumma|subtotal)(?![a-zåäö])/i,
  running:
    /^netto$|^((års|periodens|årets|koncernens) |verksamhetens |budgeterat |ackumulerat )?(resultat|kassaflöde|nettokostnad(er)?|nettoinvestering(ar)?|driftnetto|(rörelse|drift|brutto|balanskravs)resultat(et)?)(?![a-zåäö])|^medel från (den )?(löpande )?verksamheten(?![a-zåäö])|^(likvida medel|utgående).* slut|^(utgående balans|helår|hela (kommunen|koncernen|året)|kommunen|koncernen|kommunkoncernen)$|^(födelse(överskott|underskott|netto)|(inrikes |utrikes )?flytt(nings)?(netto|överskott|underskott)|(total )?(folk|befolknings|folkmängds)(ökning|minskning|förändring(en)?))$|^(utgående |summa )?(redovisat|bokfört|planenligt) (rest)?värde(?![a-zåäö])|^(antal |summa )?(giltiga|avgivna|godkända) (röster|valsedlar)$|^(totala|återlånade) [a-zåäö]+$|^[a-zåäö ]*inkl(\.|usive) (moms|kapitalkostnad(er)?|avskrivningar|intern(ränta|hyra|hyror))$/i,
  ofWhich: /^[-–—\s]*(varav|därav|of which)(?![a-zåäö])/i,
  income:
    /^(verksamhetens |generella |övriga )?[a-zåäö]*(intäkt(er)?|inkomst(er)?|income|revenues?)$|^(generella )?(statsbidrag|statliga bidrag|kommunbidrag)/i,
  cost: /^([a-zåäö]+ )?(?!netto)[a-zåäö]*(kostnad(er)?|utgift(er)?|avskrivning(ar)?|nedskrivning(ar)?|costs?|expenses|expenditure)$/i,
  coming:
    /^(antal )?(levande )?(födda|födelser|inflyttade|inflyttning(ar)?|invandrade|invandring(ar)?)$|^(inkomna|tillkomna|nyinskrivna|nyanställda)(?![a-zåäö])/i,
  leaving:
    /^(antal )?(döda|avlidna|dödsfall|utflyttade|utflyttning(ar)?|utvandrade|utvandring(ar)?)$|^(avslutade|avskrivna|beslutade|utskrivna|avgångna|avgångar|avförda)(?![a-zåäö])/i,
  net: /^(verksamhetens |årets |periodens )?(netto|nettokostnad(er)?|nettoresultat|resultat|net( cost)?s?)(?![a-zåäö])/i,
  trio: /^(verksamhetens )?(intäkt(er)?|kostnad(er)?|netto|nettokostnad(er)?|nettoresultat|income|revenues?|costs?|expenses|net( cost)?s?)$/i,
  change:
    /^(förändring|förändr\.?|diff\.?|differens|skillnad|change|avvikelse|budgetavvikelse|avv\.?|deviation|variance|ökning|minskning)(?![a-zåäö])|^\+ ?\/ ?[-−–]$/i,
} as const

/** Does the label say cost, or income? Documents turn the sign of a deviation by it. */
export const sideIn = (label: string): 'cost' | 'income' | null => {
  const name = label.trim().replace(/^(summa|totala?|delsumma|sum|total) /i, '')
  return says.cost.test(name) || says.leaving.test(name) ? 'cost' : says.income.test(name) || says.coming.test(name) ? 'income' : null
}

const year = /(?<!\d)(19|20)\d{2}(?!\d)/

/** 'Ram föregående år' … 'Ny ram', 'Öppna ärenden 1 januari' … 'Öppna ärenden 31 december': what there was, what came and went, and what there is. */
const opening = /^(ingående|ursprunglig|ib)(?![a-zåäö])|(föregående år|1 januari( (19|20)\d{2})?|\(1\/1\)|(årets|periodens) (början|ingång|start))$/i
const closing = /^(utgående|ub|ny|nya|reviderad|slutlig)(?![a-zåäö])|(31 december( (19|20)\d{2})?|\(31\/12\)|(årets|periodens) (slut|utgång))$/i

/** Does the label say what there was at first? */
export const isOpening = (label: string): boolean => opening.test(label.trim())

/** The same words with a later year: 'Budgetram 2023' at the top, what changes it, and 'Budgetram 2024' at the bottom. */
const isLater = (first: string, last: string): boolean => {
  const [from, to] = [year.exec(first)?.[0], year.exec(last)?.[0]]
  return from !== undefined && to !== undefined && to > from && first !== from && first.replace(from, '') === last.replace(to, '')
}

/**
 * Reads roles from labels, for lines that state none: sums ('Summa', 'Totalt'), income, cost and net, changes, 'varav'. Where the
 * writer states roles of sums, only sums, changes and 'varav' are read beside them. Findings that rest on a guessed role only ask, or tell nothing,
 * unless other cells bear it out. Under a title of means nothing is guessed. `heads` tells which lines head others and hold no numbers.
 */
export const guessRoles = (lines: readonly LineInput[], columns: boolean, title: string, heads: readonly boolean[] = []): readonly GuessedRole[] => {
  const label = (line: LineInput): string => line.label.trim()
  const stated = lines.some((line) => line.role !== undefined && !['value', 'text', 'period', 'count', 'rate', 'info', 'part'].includes(line.role))
  const sided = !stated && [says.income, says.cost, says.net].every((word) => lines.some((line, at) => heads[at] !== true && word.test(label(line))))
  const trio = sided && lines.filter((line) => says.trio.test(label(line))).length >= 3
  const opens = lines.some((line) => /^ingående(?![a-zåäö])/i.test(label(line)))
  const means = isMean(title)
  const first = lines[0] ? label(lines[0]) : ''
  const firm = (role: Role): GuessedRole => ({ role, firm: true })
  const loose = (role: Role): GuessedRole => ({ role, firm: false })
  return lines.map((line, at) => {
    if (line.role !== undefined || heads[at] === true) return null
    const own = label(line)
    if (says.ofWhich.test(own)) return firm('of-which')
    if (columns && says.change.test(own) && !lines.some((other) => other.role === 'change')) return firm('change')
    if (isMean(own)) return null
    // Amounts per head of one population add up; means do not: what the numbers bear out tells.
    if (means) return at > 1 && says.total.test(own) ? loose('total') : null
    if (says.subtotal.test(own)) return firm('subtotal')
    if (sided && !says.total.test(own)) {
      if (says.net.test(own)) return trio ? firm('net') : loose('net')
      if (says.cost.test(own)) return firm('cost')
      if (says.income.test(own)) return firm('income')
    }
    if (says.total.test(own) || says.totalLast.test(own)) return stated ? loose('subtotal') : at > 1 ? firm('total') : loose('total')
    if (stated || at < 2) return null
    if (at === lines.length - 1 && opening.test(first) && closing.test(own)) return loose('total')
    if (!columns && ((at === lines.length - 1 && isLater(first, own)) || /^avgår(?![a-zåäö])/i.test(label(lines[at - 1] as LineInput)))) return loose('total')
    return opens && /^utgående(?![a-zåäö])/i.test(own) ? firm('total') : says.running.test(own) ? loose('total') : null
  })
}
