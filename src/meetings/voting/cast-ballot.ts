import { notify } from '../../database/live.ts'
import { type Deps, transact, type Tx, violates } from '../../database/transact.ts'
import { granted, type Refusal, refused, type Verdict } from '../../kernel/refusal.ts'
import { actorOf, type Who } from '../../kernel/who.ts'
import { topicOf } from '../act.ts'
import type { Choice } from '../record/fact.ts'
import { words } from '../words.ts'
import { hindersVoting } from './may-vote.ts'
import { reasonHinders } from './tell-why-abstained.ts'

export interface CastBallot {
  readonly voteId: string
  readonly choice: Choice
  /** Why one abstains, where one tells it; left out: what was told before stands. Not kept with yes or no. */
  readonly reason?: string
}

/** The vote, held so that it does not close meanwhile, with what hinders this person; undefined where it is not there. */
export const heldVote = async (tx: Tx, voteId: string, personId: string | null) => {
  const vote = await tx.selectFrom('vote').selectAll().where('id', '=', voteId).forUpdate().executeTakeFirst()
  if (!vote) return undefined
  const voter = personId
    ? await tx.selectFrom('voter').select('person_id').where('vote_id', '=', voteId).where('person_id', '=', personId).executeTakeFirst()
    : undefined
  const hinders: readonly Refusal[] = [
    ...(vote.state === 'open' ? [] : [{ code: 'vote.over', text: words.voteOver }]),
    ...(voter ? [] : [{ code: 'vote.not_voter', law: 'KL 4:24', text: words.notVoter }]),
    ...(voter && personId ? await hindersVoting(tx, vote, personId) : []),
  ]
  return { vote, hinders }
}

/** Tells the screens how many have voted; never how. */
export const tellCast = async (tx: Tx, meetingId: string, voteId: string, table: 'ballot' | 'ballot_cast'): Promise<void> => {
  const count = (from: 'ballot' | 'ballot_cast' | 'voter') =>
    tx
      .selectFrom(from)
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .where('vote_id', '=', voteId)
      .executeTakeFirstOrThrow()
  const cast = (await count(table)).n
  await notify(tx, topicOf(meetingId), { vote: voteId, cast, of: (await count('voter')).n })
}

/**
 * A member votes from the own device. Granted only when the ballot is stored: one a member and vote, by the database; a ballot
 * sent twice is one, and where ballots may be changed the last one counts.
 */
export const castBallot = async (deps: Deps, who: Who, { voteId, choice, reason }: CastBallot): Promise<Verdict<null>> => {
  try {
    return await transact(deps, { actor: actorOf(who), act: 'meeting: cast ballot' }, async (tx) => {
      const held = await heldVote(tx, voteId, who.personId)
      if (!held || held.vote.secret || !who.personId) return refused({ code: 'vote.unknown', text: words.voteUnknown })
      const why = choice === 'abstain' ? reason?.trim() : ''
      const hinders = [...held.hinders, ...reasonHinders(why ?? '')]
      if (hinders.length > 0) return refused(...hinders)
      const earlier = await tx
        .selectFrom('ballot')
        .select(['choice', 'reason'])
        .where('vote_id', '=', voteId)
        .where('person_id', '=', who.personId)
        .executeTakeFirst()
      if (earlier?.choice === choice && (why === undefined || why === (earlier.reason ?? ''))) return granted(null)
      if (earlier && earlier.choice !== choice && !held.vote.changeable) return refused({ code: 'vote.voted', text: words.votedAlready })
      await tx
        .insertInto('ballot')
        .values({ vote_id: voteId, person_id: who.personId, choice, way: 'device', reason: why || null })
        // Only the reason of a ballot that stands: how it was cast stands with it.
        .onConflict((oc) =>
          oc
            .columns(['vote_id', 'person_id'])
            .doUpdateSet(earlier?.choice === choice ? { reason: why || null } : { choice, way: 'device', reason: why || null }),
        )
        .execute()
      await tellCast(tx, held.vote.meeting_id, voteId, 'ballot')
      return granted(null)
    })
  } catch (error) {
    if (violates(error, 'ballot_vote_id_person_id_fkey')) return refused({ code: 'vote.not_voter', law: 'KL 4:24', text: words.notVoter })
    throw error
  }
}
