// A process of its own that casts ballots one after the other and tells each that was acknowledged. Killed in the middle by its test.
import { openStore } from '../src/database/connection.ts'
import { clockAt } from '../src/kernel/clock.ts'
import { day } from '../src/kernel/day.ts'
import { timeOrderedIds } from '../src/kernel/identity.ts'
import { castBallot } from '../src/meetings/voting/cast-ballot.ts'

const [url = '', voteId = '', ...people] = process.argv.slice(2)
const { store } = openStore(url, { max: 8 })
const deps = { store, clock: clockAt(day('2022-05-17')), ids: timeOrderedIds(() => new Date()) }
await Promise.all(
  people.map(async (personId) => {
    const done = await castBallot(deps, { personId, name: '', posts: [] }, { voteId, choice: 'yes' })
    if (done.ok) process.stdout.write(`${personId}\n`)
  }),
)
await store.destroy()
