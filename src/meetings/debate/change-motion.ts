import type { Deps } from '../../database/transact.ts'
import { granted, type Refusal, refused, type Verdict } from '../../kernel/refusal.ts'
import type { Who } from '../../kernel/who.ts'
import { proposalAdmission } from '../../rulebook/voting/admission.ts'
import { actAtMeeting, type MeetingActOptions, openItem } from '../act.ts'
import type { RulingGround } from '../record/fact.ts'
import type { Motion } from '../record/record.ts'
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

/**
 * Somebody joins a motion, withdraws it, the chair refuses to put it, or the body decides over the chair that it is put. What is
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
      const known = (input.do === 'overrule' ? item.value.motions : standing(item.value)).find((m) => m.id === aboutId)
      const put = item.value.questions.some((q) => q.alternatives.includes(aboutId))
      const refusals = [
        ...(known ? [] : [{ code: 'motion.unknown', text: words.motionUnknown }]),
        ...(put ? [{ code: 'motion.put', text: words.debateClosed }] : []),
        ...hindersRuling(known, input),
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
