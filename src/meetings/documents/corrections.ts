import type { Block, Section } from '../../documents/doc.ts'
import { dayOf, longDay } from '../../kernel/day.ts'
import { correctionWords } from '../record/correction-words.ts'
import type { Correction } from '../record/record.ts'
import { signOf, teller, type Telling } from './telling.ts'
import { docWords as words } from './words.ts'

/** A correction in one paragraph: what stood and what stands, why, by whom and when. */
export const correctionBlock = (telling: Telling, correction: Correction): Block => {
  const t = teller(telling)
  const told = correction.told.map(({ what, before, after }) => `${t(what)}: ${t(correctionWords.changed(before, after))}`).join('; ')
  const by = correction.byId ? (telling.record.names[correction.byId] ?? null) : null
  const day = longDay(dayOf(new Date(correction.at.at)), telling.locale)
  return { kind: 'paragraph', tone: 'quiet', text: [told && `${told}.`, t(words.correction(correction.why, by, day))].filter(Boolean).join(' ') }
}

/**
 * What was corrected after the text was adjusted: the adjusted text stands, and this stands after it (by the principles of FL 36). Empty
 * where nothing was.
 */
export const lateCorrections = (telling: Telling): readonly Section[] => {
  const { record } = telling
  const late = record.corrections.filter((c) => c.law !== null)
  if (late.length === 0) return []
  const t = teller(telling)
  const blocks = late.flatMap((c): readonly Block[] => {
    const item = record.items.find((i) => i.id === c.itemId)
    return [...(item ? [{ kind: 'heading' as const, text: `${signOf(item)} ${item.title}` }] : []), correctionBlock(telling, c)]
  })
  return [{ id: 'corrections', title: t(words.lateCorrections), blocks: [{ kind: 'note', text: t(words.lateCorrectionsBy) }, ...blocks] }]
}
