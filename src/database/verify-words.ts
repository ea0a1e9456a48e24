import type { Text } from '../kernel/text.ts'

const of = (relation: string, key: string, sv: string, en: string): Text => ({
  sv: `${sv}${relation ? ` (${relation} ${key})` : ''}.`,
  en: `${en}${relation ? ` (${relation} ${key})` : ''}.`,
})

export const verifyWords = {
  removed: (position: number, relation: string, key: string): Text =>
    of(relation, key, `Historikens rad ${position} är borttagen, eller raden före den`, `Row ${position} of the history was removed, or the row before it`),
  altered: (position: number, relation: string, key: string): Text =>
    of(relation, key, `Historikens rad ${position} är ändrad`, `Row ${position} of the history was altered`),
  emptied: (position: number, relation: string, key: string): Text =>
    of(
      relation,
      key,
      `Historikens rad ${position} är tömd utan beslut om gallring`,
      `Row ${position} of the history was emptied without a decision to destroy it`,
    ),
  chain: (position: number, relation: string, key: string): Text =>
    of(relation, key, `Kedjan stämmer inte vid rad ${position}: ett sigill är ändrat`, `The chain does not hold at row ${position}: a seal was altered`),
  slippedIntoHistory: (relation: string, key: string): Text =>
    of(relation, key, 'En rad utan sigill har smugits in i historiken', 'A row without a seal was slipped into the history'),
  anchor: (position: number): Text => ({
    sv: `Kedjan är inte längre den som antecknades vid rad ${position}: slutet är avkapat eller kedjan omskriven.`,
    en: `The chain is no longer the one noted at row ${position}: its end was cut off or the chain rewritten.`,
  }),
  file: (sha256: string): Text => ({
    sv: `Innehållet i filen ${sha256} är ett annat än det som lagrades.`,
    en: `The content of file ${sha256} is not what was stored.`,
  }),
  current: (kind: 'removed' | 'altered' | 'slipped_in', relation: string, key: string): Text =>
    kind === 'removed'
      ? { sv: `Raden ${key} i ${relation} är borttagen utan spår i historiken.`, en: `Row ${key} of ${relation} was removed without a trace in the history.` }
      : kind === 'altered'
        ? {
            sv: `Raden ${key} i ${relation} stämmer inte med historiken: den är ändrad vid sidan av.`,
            en: `Row ${key} of ${relation} does not agree with the history: it was altered on the side.`,
          }
        : {
            sv: `Raden ${key} i ${relation} finns inte i historiken: den är insmugen.`,
            en: `Row ${key} of ${relation} is not in the history: it was slipped in.`,
          },
}
