import { addDays, type Day } from '../kernel/day.ts'
import type { ClauseInput } from '../decisions/clause.ts'
import type { Followed, Matter } from './assignments.ts'
import { carrier, keeper } from './chronicle.ts'
import { spellOn } from './organisation.ts'

/** What never became anything is ended when the board goes through its old assignments, most often. */
export const giveUp = ({ key, chronicle, chance, place }: Matter, { entry, title, final }: Pick<Followed, 'entry' | 'title' | 'final'>): void => {
  if (chance.happens(0.1)) return
  const on = addDays(final, chance.whole(150, 600))
  const meeting = chronicle.meeting(spellOn(place.boards, on)?.id as string, on, 0)
  const body = spellOn(place.boards, meeting)?.id as string
  const clause: ClauseInput = {
    id: chronicle.id(`${key}/ended`, meeting),
    kind: 'end_assignment',
    text: 'avsluta uppdraget, som inte längre är aktuellt',
    target: entry.id,
    data: {},
  }
  chronicle.decide(`${key}/gone`, meeting, { bodyId: body, title: `Översyn av uppdrag: ${title}`.slice(0, 300), caseId: null, clauses: [clause] })
}

/** The report is tried: it may be sent back once; then the board declares the assignment fulfilled, or never comes to it. */
export const conclude = (
  { key, chronicle, chance, crew, place }: Matter,
  { entry, title, caseId, owner, reported }: Pick<Followed, 'entry' | 'title' | 'caseId'> & { readonly owner: string; readonly reported: Day },
): void => {
  let ready = reported
  if (chance.happens(0.08)) {
    const board = spellOn(place.boards, reported)?.id as string
    const back = addDays(reported, 10)
    const by = keeper(crew, board, back)
    const again = addDays(back, 40)
    const reporter = carrier(crew, owner, again)
    const still = [back, again].every((day) => spellOn(place.departments, day)?.id === owner && spellOn(place.boards, day)?.id === board)
    if (by && reporter && still) {
      chronicle.act(`${key}/back`, back, by, entry, 'sendBack', 'Nämnden vill se resultatet, inte bara vad som gjorts.')
      chronicle.report(`${key}/again`, again, reporter, {
        id: chronicle.id(`${key}/again`, again),
        entryId: entry.id,
        kind: 'final',
        stance: 'done',
        text: 'Redovisningen är kompletterad med resultat per enhet.',
        continuation: [],
      })
      ready = again
    }
  }
  if (chance.happens(0.12)) return
  const board = spellOn(place.boards, ready)?.id as string
  const meeting = chronicle.meeting(board, ready, 14)
  const body = spellOn(place.boards, meeting)?.id as string
  const clause: ClauseInput = {
    id: chronicle.id(`${key}/done`, meeting),
    kind: 'declare_fulfilled',
    text: 'förklara uppdraget fullgjort',
    target: entry.id,
    data: {},
  }
  chronicle.decide(`${key}/fulfilled`, meeting, { bodyId: body, title: `Slutredovisning: ${title}`.slice(0, 300), caseId, clauses: [clause] })
  chronicle.close(`${key}/close`, addDays(meeting, 21), caseId)
}
