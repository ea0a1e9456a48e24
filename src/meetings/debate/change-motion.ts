import type { Deps } from '../../database/transact.ts'
import { granted, type Refusal, refused, type Verdict } from '../../kernel/refusal.ts'
import type { Who } from '../../kernel/who.ts'
import { proposalAdmission } from '../../rulebook/voting/admission.ts'
import { actAtMeeting, type MeetingActOptions, openItem } from '../act.ts'
import type { RulingGround } from '../record/fact.ts'
import type { ItemRecord, MeetingRecord, Motion } from '../record/record.ts'
import { nameOf, takingPart } from '../attendance/there.ts'
import { standing } from '../voting/parts.ts'
import { words } from '../words.ts'

export interface ChangeMotion {
  readonly id: string
  readonly meetingId: string
  readonly itemId: string
  readonly motionId: string
}

type Change =
  | { readonly do: 'join'; readonly personIds: readonly string[]; readonly parties?: readonly string[] }
  | { readonly do: 'withdraw' }
  /** The chair does not put it to the meeting; null where no ground was told. */
  | { readonly do: 'refuse'; readonly ground: RulingGround | null; readonly why: string }
  /** The body decides that it is put all the same. */
  | { readonly do: 'overrule'; readonly why: string }

/**
 * What the rulebook says of refusing a motion on a ground: whether the chair must or only may, and whether the body can decide
 * otherwise (KL 5:57). Also what the desk advises.
 */
export const rulingOn = (ground: RulingGround | null, bodyOverrules = false) =>
  proposalAdmission({ opensNewMatter: ground === 'new_matter', unlawful: ground === 'unlawful', chairRefuses: true, bodyOverrules })

const hindersRuling = (motion: Motion | undefined, input: Change): readonly Refusal[] => {
  if (input.do !== 'refuse' && input.do !== 'overrule') return []
  if (input.do === 'overrule' && motion?.ruling?.ruling !== 'refused') return [{ code: 'motion.unknown', text: words.motionUnknown }]
  const ruled = input.do === 'refuse' ? rulingOn(input.ground) : rulingOn(motion?.ruling?.ground ?? 'unlawful', true)
  return [
    ...(ruled.ok ? [] : ruled.refusals.map((r) => ({ ...r, field: 'ground' }))),
    ...(input.why.trim() === '' ? [{ code: 'motion.why', field: 'why', law: 'KL 5:57', text: words.whyNeeded }] : []),
  ]
}

/** Who joins a motion is somebody, and takes part in the item (KL 4:19). */
const hindersJoining = (record: MeetingRecord, item: ItemRecord, input: Change): readonly Refusal[] => {
  if (input.do !== 'join') return []
  const { personIds, parties = [] } = input
  if (personIds.length + parties.length === 0) return [{ code: 'motion.mover', field: 'personIds', text: words.joinerNeeded }]
  const part = new Set(takingPart(record, item).map((p) => p.personId))
  return personIds
    .filter((id) => !part.has(id))
    .map((id) => ({ code: 'motion.absent', field: 'personIds', law: 'KL 4:19', text: words.moverAbsent(nameOf(record, id)) }))
}

/**
 * Somebody joins a motion, or upholds one that fell with its mover's conflict of interest, withdraws it, the chair refuses to put it, or the body decides over the chair that it is put. What is
 * withdrawn does not stand in the minutes (KL 5:67).
 */
export const changeMotion = (deps: Deps, who: Who, input: ChangeMotion & Change, options: MeetingActOptions = {}): Promise<Verdict<null>> =>
  actAtMeeting(
    deps,
    who,
    { id: input.id, meetingId: input.meetingId, act: `motion: ${input.do}` },
    (record) => {
      const item = openItem(record, input.itemId)
      if (!item.ok) return item
      const { itemId, motionId: aboutId } = input
      const fallen = item.value.motions.filter((m) => m.fallen && !m.withdrawn)
      const among = { overrule: item.value.motions, join: [...standing(item.value), ...fallen], withdraw: standing(item.value), refuse: standing(item.value) }
      const known = among[input.do].find((m) => m.id === aboutId)
      const put = item.value.questions.some((q) => q.alternatives.includes(aboutId))
      const refusals = [
        ...(known ? [] : [{ code: 'motion.unknown', text: words.motionUnknown }]),
        ...(put ? [{ code: 'motion.put', text: words.debateClosed }] : []),
        ...hindersRuling(known, input),
        ...hindersJoining(record, item.value, input),
      ]
      if (refusals.length > 0) return refused(...refusals)
      const on = { itemId, aboutId }
      switch (input.do) {
        case 'join':
          return granted({ facts: [{ kind: 'joined' as const, ...on, data: { personIds: [...input.personIds], parties: [...(input.parties ?? [])] } }] })
        case 'withdraw':
          return granted({ facts: [{ kind: 'motion_withdrawn' as const, ...on, data: {} }] })
        case 'refuse': {
          const ground = input.ground ?? undefined
          return granted({
            facts: [
              { kind: 'ruling' as const, ...on, data: { ruling: 'refused' as const, ...(ground ? { ground } : {}), why: input.why.trim(), law: 'KL 5:57' } },
            ],
          })
        }
        case 'overrule':
          return granted({ facts: [{ kind: 'ruling' as const, ...on, data: { ruling: 'admitted' as const, why: input.why.trim(), law: 'KL 5:57' } }] })
      }
    },
    options,
  )
