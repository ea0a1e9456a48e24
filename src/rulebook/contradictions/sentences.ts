import type { Text } from '../../kernel/text.ts'

const join = (sv: string, en: string): Text => ({ sv, en })

/** What findings say: both numbers, and a question. Never which of them is right. */
export const sentences = {
  sum: (n: number, total: string, where: string, printed: Text, computed: Text, gap: Text): Text =>
    join(
      `De ${n} delarna blir ${computed.sv}, men ”${total}” visar ${printed.sv} (${where}): ${gap.sv} skiljer. Saknas en del, eller är något tal fel?`,
      `The ${n} parts make ${computed.en}, but “${total}” shows ${printed.en} (${where}): a difference of ${gap.en}. Is a part missing, or a number wrong?`,
    ),
  sumBound: (total: string, where: string, printed: Text, computed: Text): Text =>
    join(
      `De delar som anges blir redan ${computed.sv}, mer än ”${total}” ${printed.sv} (${where}), fast en del saknas. Vilket tal gäller?`,
      `The parts that are given already make ${computed.en}, more than “${total}” ${printed.en} (${where}), though a part is missing. Which number holds?`,
    ),
  sumLoose: (total: string, where: string, printed: Text, computed: Text): Text =>
    join(
      `Delarna blir ${computed.sv} och ”${total}” visar ${printed.sv} (${where}). Är talen avrundade eller medelvärden? Räknade antal borde bli lika.`,
      `The parts make ${computed.en} and “${total}” shows ${printed.en} (${where}). Are the numbers rounded or means? Counts should agree.`,
    ),
  sumMaybeMean: (total: string, where: string, printed: Text, computed: Text): Text =>
    join(
      `”${total}” visar ${printed.sv} och delarna blir ${computed.sv} (${where}). Är det en summa, eller ett medelvärde av raderna?`,
      `“${total}” shows ${printed.en} and the parts make ${computed.en} (${where}). Is it a sum, or a mean of the lines?`,
    ),
  sumIncomplete: (n: number, total: string, where: string, printed: Text, computed: Text): Text =>
    join(
      `De ${n} raderna under ”${total}” blir ${computed.sv} av ${printed.sv} (${where}). Är de alla delar, eller ett urval?`,
      `The ${n} rows under “${total}” make ${computed.en} of ${printed.en} (${where}). Are they all of its parts, or some?`,
    ),
  ofWhich: (part: string, whole: string, where: string, printed: Text, computed: Text): Text =>
    join(
      `”${part}” är ${printed.sv}, mer än det hela ”${whole}” ${computed.sv} (${where}). Hur kan delen vara större?`,
      `“${part}” is ${printed.en}, more than its whole “${whole}” ${computed.en} (${where}). How can the part be larger?`,
    ),
  net: (net: string, where: string, printed: Text, computed: Text, gap: Text): Text =>
    join(
      `Intäkter och kostnader ger ${computed.sv}, men ”${net}” visar ${printed.sv} (${where}): ${gap.sv} skiljer. Vilket av talen ska ändras?`,
      `Income and costs give ${computed.en}, but “${net}” shows ${printed.en} (${where}): a difference of ${gap.en}. Which of the numbers should change?`,
    ),
  netSigns: (net: string, where: string, printed: Text, computed: Text): Text =>
    join(
      `Med tabellens tecken blir ”${net}” ${computed.sv}, men ${printed.sv} står där (${where}). Har en rad annat tecken än de andra?`,
      `With the signs of the table “${net}” becomes ${computed.en}, but ${printed.en} is printed (${where}). Has a line another sign than the rest?`,
    ),
  change: (line: string, from: string, to: string, column: string, printed: Text, computed: Text, stated: boolean): Text =>
    join(
      `Från ”${from}” till ”${to}” är förändringen ${computed.sv} för ”${line}”, men ”${column}” visar ${printed.sv}. ${stated ? 'Vilket tal gäller?' : 'Är det den jämförelsen som menas, och vilket tal gäller?'}`,
      `From “${from}” to “${to}” the change is ${computed.en} for “${line}”, but “${column}” shows ${printed.en}. ${stated ? 'Which number holds?' : 'Is that the comparison meant, and which number holds?'}`,
    ),
  changeNoBase: (column: string, line: string, printed: Text, nearest: Text, from: string, to: string): Text =>
    join(
      `”${column}” säger inte vad den jämför med, och ingen jämförelse i tabellen stämmer: ”${line}” visar ${printed.sv}, närmast är ${nearest.sv} (från ”${from}” till ”${to}”). Vilken är basen?`,
      `“${column}” does not say what it compares with, and no comparison in the table fits: “${line}” shows ${printed.en}, the nearest is ${nearest.en} (from “${from}” to “${to}”). What is the base?`,
    ),
  changeReadAs: (column: string, from: string, to: string): Text =>
    join(`”${column}” anger ingen bas. Talen stämmer med ”${to}” minus ”${from}”.`, `“${column}” states no base. The numbers fit “${to}” minus “${from}”.`),
  sharesTotal: (name: string, where: string, printed: Text): Text =>
    join(
      `Andelarna blir 100 %, men ”${name}” visar ${printed.sv} (${where}). Är det en andel av något annat?`,
      `The shares make 100 %, but “${name}” shows ${printed.en} (${where}). Is it a share of something else?`,
    ),
  shares: (n: number, where: string, computed: Text, far: boolean): Text =>
    join(
      `De ${n} andelarna blir ${computed.sv}, inte 100 % (${where}). ${far ? 'Är de andelar av samma helhet?' : 'Saknas en andel, eller är något tal fel?'}`,
      `The ${n} shares make ${computed.en}, not 100 % (${where}). ${far ? 'Are they shares of the same whole?' : 'Is a share missing, or a number wrong?'}`,
    ),
  shareOf: (line: string, part: Text, whole: Text, printed: Text, computed: Text): Text =>
    join(
      `”${line}” är ${part.sv} av ${whole.sv}, alltså ${computed.sv}, men andelen som anges är ${printed.sv}. Räknas den på något annat?`,
      `“${line}” is ${part.en} of ${whole.en}, that is ${computed.en}, but the share given is ${printed.en}. Is it a share of something else?`,
    ),
  rate: (total: string, where: string, printed: Text, low: Text, high: Text): Text =>
    join(
      `”${total}” är ${printed.sv}, men raderna går från ${low.sv} till ${high.sv} (${where}). Ett medelvärde ligger mellan dem. Ingår fler än raderna?`,
      `“${total}” is ${printed.en}, but the lines run from ${low.en} to ${high.en} (${where}). A mean lies between them. Does it cover more than the lines?`,
    ),
  summary: (what: Text, where: string, printed: Text, computed: Text, gap: Text, detail: string): Text =>
    join(
      `Sammandraget har ${printed.sv} för ”${what.sv}” (${where}), men ”${detail}” ger ${computed.sv}: ${gap.sv} skiljer. Vilken tabell gäller?`,
      `The summary has ${printed.en} for “${what.en}” (${where}), but “${detail}” gives ${computed.en}: a difference of ${gap.en}. Which table holds?`,
    ),
  cancels: (text: Text): Text =>
    join(
      `${text.sv} Nettot stämmer, så skillnaderna tar ut varandra och syns inte där.`,
      `${text.en} The net agrees, so the differences cancel out and do not show there.`,
    ),
  same: (what: string, period: string, a: Text, atA: string, b: Text, atB: string): Text =>
    join(
      `”${what}”${period ? ` ${period}` : ''} är ${a.sv} (${atA}) men ${b.sv} (${atB}). Vilket tal gäller?`,
      `“${what}”${period ? ` ${period}` : ''} is ${a.en} (${atA}) but ${b.en} (${atB}). Which number holds?`,
    ),
  sameAsk: (what: string, period: string, a: Text, atA: string, b: Text, atB: string, why: Text): Text =>
    join(
      `”${what}”${period ? ` ${period}` : ''} är ${a.sv} (${atA}) och ${b.sv} (${atB}). ${why.sv} Är det samma sak som räknas?`,
      `“${what}”${period ? ` ${period}` : ''} is ${a.en} (${atA}) and ${b.en} (${atB}). ${why.en} Is the same thing counted?`,
    ),
  whyDefinition: join('De har olika definition eller källa.', 'Their definitions or sources differ.'),
  whyOneDefinition: join('Bara det ena talet säger hur det är räknat.', 'Only one of them says how it is counted.'),
  whyBody: join('De står i tabeller som kan gälla olika delar av kommunen.', 'They stand in tables that may be of different parts of the municipality.'),
  whyRevised: join('De står i olika handlingar och kan vara omräknade.', 'They stand in different documents and may be revised.'),
  whyKind: join('Det ena säger inte om det är budget, prognos eller utfall.', 'One of them does not say whether it is budget, forecast or outcome.'),
  whyVague: join('Tabellen säger inte vad raden mäter.', 'The table does not say what the row measures.'),
  whyRounded: join('Det ena talet ser avrundat ut.', 'One of them looks rounded.'),
  unit: (what: string, period: string, a: Text, atA: string, b: Text, atB: string, power: number): Text =>
    join(
      `”${what}”${period ? ` ${period}` : ''} är ${a.sv} (${atA}) men ${b.sv} (${atB}), ${power === 2 ? 'hundra' : power === 3 ? 'tusen' : 'en miljon'} gånger mer eller mindre. Är enheten rätt på båda ställena?`,
      `“${what}”${period ? ` ${period}` : ''} is ${a.en} (${atA}) but ${b.en} (${atB}), ${power === 2 ? 'a hundred' : power === 3 ? 'a thousand' : 'a million'} times more or less. Is the unit right in both places?`,
    ),
  alsoUnit: (text: Text, power: number): Text =>
    join(`${text.sv} Skillnaden är en faktor 10^${power}: kan enheten vara fel?`, `${text.en} The difference is a factor 10^${power}: may the unit be wrong?`),
} as const
