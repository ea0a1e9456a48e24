import type { Text } from '../kernel/text.ts'

/** What is said where a measure is made of others. */
export const composeWords = {
  madeOf: { sv: 'Består av', en: 'Made of' },
  madeOfIntro: {
    sv: 'Måttet ska vara summan av dessa. Stämmer det inte för någon period sägs det överst på sidan.',
    en: 'The measure should be the sum of these. Where it is not for some period, that is said at the top of the page.',
  },
  partIn: { sv: 'Ingår i', en: 'Part of' },
  minus: { sv: 'minus', en: 'minus' },
  change: { sv: 'Ange vad måttet består av', en: 'State what the measure is made of' },
  title: (name: Text): Text => ({ sv: `Vad ${name.sv} består av`, en: `What ${name.en} is made of` }),
  lead: {
    sv: 'Skriv ett mått på varje rad, med namn eller adressord. Minus framför ett som dras ifrån. Genomslag jämför sedan varje ny siffra med delarna.',
    en: 'Write one measure a line, by name or address word. A minus before one that is taken away. Genomslag then sets every new figure against the parts.',
  },
  parts: { sv: 'Delar', en: 'Parts' },
  save: { sv: 'Spara', en: 'Save' },
  hinders: (n: number): Text => ({
    sv: n === 1 ? 'Ett hinder för att spara' : `${n} hinder för att spara`,
    en: n === 1 ? 'One thing hinders saving' : `${n} things hinder saving`,
  }),
  unknown: { sv: 'Det finns inget sådant mått.', en: 'There is no such measure.' },
  unlike: (name: Text, unit: Text): Text => ({
    sv: `${name.sv} har annan enhet (inte ${unit.sv}) eller andra perioder, och kan inte läggas till.`,
    en: `${name.en} has another unit (not ${unit.en}) or other periods, and cannot be added.`,
  }),
  otherSecrecy: (name: Text): Text => ({ sv: `${name.sv} har en annan sekretess än måttet.`, en: `${name.en} has another secrecy than the measure.` }),
  twice: { sv: 'Samma mått står två gånger.', en: 'The same measure stands twice.' },
  circle: (name: Text): Text => ({ sv: `${name.sv} skulle bli en del av sig självt.`, en: `${name.en} would be a part of itself.` }),
} as const
