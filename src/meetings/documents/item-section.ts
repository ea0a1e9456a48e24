import { longDay } from '../../kernel/day.ts'
import { type Block, paragraphs, type Rich, type Section } from '../../documents/doc.ts'
import { listedLine } from '../agenda/listed.ts'
import { keepsAway } from '../attendance/attendance.ts'
import type { ItemRecord, Motion, Remark } from '../record/record.ts'
import { meaningOf, movers, pointsNamed } from '../voting/sentences.ts'
import { people, personName, signOf, teller, type Telling, titleOf } from './telling.ts'
import { findingOf } from '../voting/settles.ts'
import { isMasked } from './telling.ts'
import { correctionBlock } from './corrections.ts'
import { takenVotes, voteBlocks } from './vote-blocks.ts'
import { roundBlocks } from './round-blocks.ts'
import { wouldHaveVotedLines } from '../voting/would-have-voted-words.ts'
import { docWords as words } from './words.ts'

/**
 * One § of the minutes: the decision first, then what led to it, as the record has it (KL 5:66–67: proposals that were not withdrawn,
 * the order of propositions, votes, who took part, reservations). `wording` is the secretary's own text. Pure.
 */
export const itemSection = (telling: Telling, item: ItemRecord, wording = ''): Section => {
  const t = teller(telling)
  const margin = { sign: signOf(item), lines: item.case ? [item.case.number] : [] }
  const section = { id: `item-${item.order}`, title: titleOf(item, telling.locale), margin }
  if (isMasked(item)) return { ...section, blocks: [{ kind: 'note', tone: 'stop', text: t(words.secretText) }] }
  return {
    ...section,
    blocks: [
      ...decided(telling, item),
      ...adjustedAtOnce(telling, item),
      ...under(t(words.matter), [
        ...(item.urgent ? [{ kind: 'paragraph' as const, text: t(words.urgent(item)) }] : []),
        ...paragraphs(item.proposal.text),
        ...paragraphs(wording),
        ...(item.listed.length > 0
          ? [
              {
                kind: 'list' as const,
                ordered: true,
                items: item.listed.map((l) => listedLine(l, telling.locale)),
              },
            ]
          : []),
      ]),
      ...under(t(words.conflicts), conflictBlocks(telling, item)),
      ...proposed(telling, item),
      ...under(t(words.motions), motionBlocks(telling, item)),
      ...under(t(words.order), orderBlocks(telling, item)),
      ...item.rounds.flatMap((round) => roundBlocks(telling, item, round)),
      ...takenVotes(item).flatMap((vote, i, all) => voteBlocks(telling, item, vote, all.length > 1 ? i + 1 : null, false)),
      ...item.lots.map((lot): Block => ({ kind: 'paragraph', text: t(words.lot(lot.drawn)) })),
      ...under(t(words.participants), participantBlocks(telling, item)),
      ...under(
        t(words.wouldHaveVoted),
        wouldHaveVotedLines(telling.record, item).map((line) => ({ kind: 'paragraph', text: t(line) })),
      ),
      ...remarks(telling, item, t(words.reservations), item.reservations, true),
      ...remarks(telling, item, t(words.notes), item.notes, false),
      ...remarks(telling, item, t(words.statements), item.statements, false),
      ...under(t(words.corrections), correctionBlocks(telling, item)),
      ...under(t(words.receivers), receiverBlocks(telling, item)),
    ],
  }
}

const under = (heading: string, blocks: readonly Block[]): readonly Block[] => (blocks.length === 0 ? [] : [{ kind: 'heading', text: heading }, ...blocks])

const decided = (telling: Telling, item: ItemRecord): readonly Block[] => {
  const t = teller(telling)
  const outcome = item.outcome && words.outcome({ kind: item.kind, outcome: item.outcome.outcome })
  const blocks: readonly Block[] = [
    ...(item.decision && item.decision.clauses.length > 0 ? [{ kind: 'clauses' as const, items: item.decision.clauses.map((c) => c.text) }] : []),
    ...(outcome ? [{ kind: 'paragraph' as const, text: `${t(outcome)}${item.outcome?.why ? ` ${sentence(item.outcome.why)}` : ''}` }] : []),
    ...(item.elected.length > 0
      ? [
          {
            kind: 'list' as const,
            items: item.elected.map((e) =>
              [`${e.name}${e.party ? ` (${e.party})` : ''}`, e.post, e.until ? t(words.until(e.until)) : ''].filter(Boolean).join(', '),
            ),
          },
        ]
      : []),
  ]
  return under(t(words.decision), blocks)
}

/** That the paragraph was adjusted before the rest, to which text, and when it was announced. */
const adjustedAtOnce = (telling: Telling, item: ItemRecord): readonly Block[] => {
  const { immediate } = item
  if (!immediate?.adjusted) return []
  return [{ kind: 'note', text: teller(telling)(words.adjustedAtOnce(immediate.adjusted, immediate.digest, item.decision?.announced ?? null)) }]
}

/** The prepared proposal, where what was decided is not the same in every word. */
const proposed = (telling: Telling, item: ItemRecord): readonly Block[] => {
  const t = teller(telling)
  const { clauses, from } = item.proposal
  const same = item.decision && item.decision.clauses.map((c) => c.text).join('\n') === clauses.map((c) => c.text).join('\n')
  if (clauses.length === 0 || same) return []
  return under(t(from ? words.proposalFrom(from) : words.proposal), [{ kind: 'clauses', items: clauses.map((c) => c.text) }])
}

const conflictBlocks = (telling: Telling, item: ItemRecord): readonly Block[] => {
  const t = teller(telling)
  return item.conflicts.map((c) => {
    const who = personName(telling.record, c.personId)
    return { kind: 'paragraph', text: t(keepsAway(c) ? words.conflict(who, sentence(c.ground)) : words.noConflict(who)) }
  })
}

const motionBlocks = (telling: Telling, item: ItemRecord): readonly Block[] =>
  item.motions
    .filter((m) => m.withdrawn === null)
    .flatMap((motion): readonly Block[] => [{ kind: 'paragraph', text: motionText(telling, motion) }, ...clausesOf(telling, item, motion)])

/** What a motion would decide; of one that changes the proposal, which clauses of it. */
const clausesOf = (telling: Telling, item: ItemRecord, motion: Motion): readonly Block[] => {
  const t = teller(telling)
  const { clauses } = motion
  if (clauses.length === 0) return []
  if (motion.kind !== 'amend' || !motion.otherwiseApprove) return [{ kind: 'clauses', items: clauses.map((c) => c.text) }]
  const changes = clauses.map(({ no, kind, text }) => {
    if (kind === 'strike') return t(words.clauseStruck(no))
    return t(item.proposal.clauses.some((c) => c.no === no) ? words.clauseBecomes(no, text) : words.clauseAdded(text))
  })
  return changes.map((text) => ({ kind: 'paragraph', text }))
}

/** What somebody has written, ended as a sentence. */
const sentence = (text: string): string => (/[.!?…]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`)

const motionText = (telling: Telling, motion: Motion): Rich => {
  const t = teller(telling)
  const who = movers(telling.record, motion, telling.locale === 'sv' ? 'och' : 'and')
  const refused = motion.ruling?.ruling === 'refused' ? t(words.refusedMotion(sentence(motion.ruling.why))) : ''
  const conflicted = people(telling, motion.conflicted)
  const upheld = people(
    telling,
    motion.personIds.filter((id) => !motion.conflicted.includes(id)),
  )
  const after = motion.fallen ? t(words.fallenMotion(conflicted)) : conflicted && upheld ? t(words.upheldMotion(conflicted, upheld)) : ''
  return [
    { text: t(words.moves(who)) },
    { text: t(words.moved(motion.kind)), strong: true },
    {
      text: `${motion.otherwiseApprove ? t(words.otherwise) : ''}${motion.kind === 'other' && motion.text ? ':' : '.'}${motion.text ? ` ${sentence(motion.text)}` : ''}${refused}${after}`,
    },
  ]
}

const orderBlocks = (telling: Telling, item: ItemRecord): readonly Block[] => {
  const { record, locale } = telling
  const t = teller(telling)
  const named = (alternatives: readonly string[], points: readonly number[] | null = null): string => {
    const names = alternatives.map((a) => t(meaningOf(record, item, a, points)))
    return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${locale === 'sv' ? 'och' : 'and'} ${names.at(-1)}`
  }
  const ordered = item.orders
    .filter((o) => o.approved)
    .map((o) => ({ at: o.at, text: words.orderOf(named(o.alternatives, o.points), o.way ?? 'elimination', named(o.alternatives.slice(0, 1), o.points)) }))
  const found = item.questions.flatMap((q) =>
    q.found === null ? [] : [{ at: q.at, text: words.foundFor(t(findingOf(record, item, q, q.found)), q.voteRequested) }],
  )
  const inTurn = [...ordered, ...found].toSorted((a, b) => a.at.no - b.at.no)
  return [...dividedBlocks(telling, item), ...inTurn.map(({ text }): Block => ({ kind: 'paragraph', text: t(text) }))]
}

/** That the clauses are put one by one, and which. */
const dividedBlocks = (telling: Telling, item: ItemRecord): readonly Block[] => {
  if (item.oneByOne === null) return []
  const t = teller(telling)
  const rest = item.proposal.clauses.some((c) => !item.oneByOne?.includes(c.no))
  return [{ kind: 'paragraph', text: t(words.oneByOne(pointsNamed(item.oneByOne), rest)) }]
}

/** Told where others take part than those the minutes name at their head: somebody is away for conflict or serves in this item alone. */
const participantBlocks = (telling: Telling, item: ItemRecord): readonly Block[] => {
  const { record } = telling
  const special = item.conflicts.some(keepsAway) || record.serving.some((s) => s.itemId === item.id)
  if (!special || item.participants.length === 0) return []
  const t = teller(telling)
  const text = item.participants
    .map((p) => {
      const seat = p.forId === null ? '' : ` ${t(p.forId === 'vacant' ? words.vacantSeat : words.servesFor(personName(record, p.forId)))}`
      return `${personName(record, p.personId)}${seat}`
    })
    .join(', ')
  return [{ kind: 'paragraph', text }]
}

const remarks = (telling: Telling, item: ItemRecord, heading: string, list: readonly Remark[], reserved: boolean): readonly Block[] => {
  const t = teller(telling)
  return under(
    heading,
    list.flatMap((remark): readonly Block[] => {
      const who = remark.personIds.length > 0 ? people(telling, remark.personIds) : remark.parties.join(', ')
      const motion = remark.motionId ? t(meaningOf(telling.record, item, remark.motionId)) : null
      const first: Rich = reserved
        ? t(words.reserves(who, remark.personIds.length === 1, motion, remark.points.length > 0 ? pointsNamed(remark.points) : null))
        : [{ text: `${who}${remark.dated ? `, ${longDay(remark.dated, telling.locale)}` : ''}:`, strong: true }]
      return [{ kind: 'paragraph', text: first }, ...paragraphs(remark.text), ...paragraphs(remark.motivation ?? '')]
    }),
  )
}

/** What was corrected in the item before its text was adjusted: what stood, what stands, why, by whom. */
const correctionBlocks = (telling: Telling, item: ItemRecord): readonly Block[] =>
  telling.record.corrections.filter((c) => c.itemId === item.id && c.law === null).map((c) => correctionBlock(telling, c))

const receiverBlocks = (telling: Telling, item: ItemRecord): readonly Block[] => {
  const t = teller(telling)
  const receivers = item.decision?.receivers ?? []
  return receivers.length === 0 ? [] : [{ kind: 'list', items: receivers.map((r) => `${t(r.name)}${r.what ? `: ${r.what}` : ''}`) }]
}
