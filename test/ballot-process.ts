// A process of its own that takes ballots over HTTP, POST /<voter>, and answers each when it is acknowledged. Its test kills it in the middle.
import { createServer } from 'node:http'
import { openStore } from '../src/database/connection.ts'
import { clockAt } from '../src/kernel/clock.ts'
import { day } from '../src/kernel/day.ts'
import { timeOrderedIds } from '../src/kernel/identity.ts'
import { castBallot } from '../src/meetings/voting/cast-ballot.ts'

const [url = '', voteId = ''] = process.argv.slice(2)
const { store } = openStore(url, { max: 8 })
const deps = { store, clock: clockAt(day('2022-05-17')), ids: timeOrderedIds(() => new Date()) }
const server = createServer((request, response) => {
  const personId = (request.url ?? '').slice(1)
  void castBallot(deps, { personId, name: '', posts: [] }, { voteId, choice: 'yes' }).then((done) => response.writeHead(done.ok ? 204 : 422).end())
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.stdout.write(`${typeof address === 'object' ? address?.port : ''}\n`)
})
