import { sql } from 'kysely'
import { type Deps, transact } from '../../database/transact.ts'
import { granted, refused, type Verdict } from '../../kernel/refusal.ts'
import { actorOf, type Who } from '../../kernel/who.ts'
import type { FactData } from '../record/fact.ts'
import { words } from '../words.ts'
import { heldVote, tellCast } from './cast-ballot.ts'

export interface CastSecretBallot {
  readonly voteId: string
  /** 'yes', 'no', a candidate's name, or 'abstain' for a blank one. */
  readonly ballot: string
}

/**
 * A member drops a closed ballot in the urn (KL 5:55). That the member has voted is noted, once; what the ballot says goes into the
 * urn without name, time or order (migration 016). It cannot be taken back: nobody can tell which one it is.
 */
export const castSecretBallot = (deps: Deps, who: Who, { voteId, ballot }: CastSecretBallot): Promise<Verdict<null>> =>
  transact(deps, { actor: actorOf(who), act: 'meeting: cast closed ballot' }, async (tx) => {
    const held = await heldVote(tx, voteId, who.personId)
    if (!held?.vote.secret || !who.personId) return refused({ code: 'vote.unknown', text: words.voteUnknown })
    if (held.hinders.length > 0) return refused(...held.hinders)
    const fact = await tx.selectFrom('meeting_fact').select('data').where('id', '=', voteId).executeTakeFirstOrThrow()
    const { candidates, way } = fact.data as Pick<FactData<'vote_opened'>, 'candidates' | 'way'>
    if (way === 'slips') return refused({ code: 'vote.by_slips', law: 'KL 5:55', text: words.votesBySlips })
    if (![...(candidates ?? ['yes', 'no']), 'abstain'].includes(ballot)) return refused({ code: 'vote.choice', text: words.choiceNeeded })
    const voted = await tx.selectFrom('ballot_cast').select('vote_id').where('vote_id', '=', voteId).where('person_id', '=', who.personId).executeTakeFirst()
    if (voted) return refused({ code: 'vote.voted', text: words.votedAlready })
    await sql`select urn_drop(${voteId}::uuid, ${who.personId}::uuid, ${JSON.stringify(ballot)}::jsonb)`.execute(tx)
    await tellCast(tx, held.vote.meeting_id, voteId, 'ballot_cast')
    return granted(null)
  })
