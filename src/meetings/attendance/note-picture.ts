import type { Deps } from '../../database/transact.ts'
import { granted, refused, type Verdict } from '../../kernel/refusal.ts'
import type { Who } from '../../kernel/who.ts'
import { actAtMeeting, duringMeeting } from '../act.ts'
import { words } from '../words.ts'
import { nameOf, presentNow } from './there.ts'

/** Notes that a remote participant's sound or picture is lost, or back: meanwhile they count as absent (KL 5:16). */
export const notePicture = (
  deps: Deps,
  who: Who,
  input: { readonly id: string; readonly meetingId: string; readonly personId: string; readonly is: 'lost' | 'back' },
): Promise<Verdict<null>> =>
  actAtMeeting(deps, who, { ...input, act: 'picture' }, (record) => {
    const { personId, is } = input
    const here = presentNow(record).find((p) => p.personId === personId)
    const refusals = [
      ...duringMeeting(record),
      ...(here ? [] : [{ code: 'attendance.not_here', field: 'personId', text: words.notHere(nameOf(record, personId)) }]),
      ...(here?.mode === 'room' ? [{ code: 'attendance.not_remote', field: 'personId', law: 'KL 5:16', text: words.onlyRemote }] : []),
      ...(here?.mode === 'remote' && here.linked === (is === 'back')
        ? [{ code: 'attendance.picture_as_is', field: 'what', text: words.pictureAsIs(nameOf(record, personId), is) }]
        : []),
    ]
    if (refusals.length > 0) return refused(...refusals)
    return granted({ facts: [{ kind: is === 'lost' ? ('picture_lost' as const) : ('picture_back' as const), personId, data: {} }] })
  })
