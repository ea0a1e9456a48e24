// What must never happen, tried again and again on a synthetic municipality: kills, tamperings, races. Ends with 1 where anything did.
// Usage: npm run bench -- reliability [kills] [tamperings] [races]; BENCH_DATA is a folder with a municipality to use instead of a new one.
import { startEmbedded } from '../src/database/embedded.ts'
import path from 'node:path'
import { breakImports } from './parts/imports.ts'
import { killUnderLoad } from './parts/kills.ts'
import { race } from './parts/races.ts'
import { tamperAndVerify } from './parts/tamper.ts'
import { townOf } from './parts/town.ts'

const [kills, tamperings, races] = [20, 200, 1000].map((usual, i) => Number(process.argv[2 + i] ?? usual)) as [number, number, number]
const say = (text: string): void => void process.stdout.write(`${text}\n`)
const progress =
  (what: string, all: number, every: number) =>
  (done: number): void => {
    if (done % every === 0) process.stderr.write(`${what}: ${done} of ${all}\n`)
  }

const town = await townOf('liten', 3)
let well = true
try {
  if (kills > 0) {
    const count = await killUnderLoad(town, { kills, writers: 8, between: 1500 }, progress('kills', kills, 5))
    say(
      `${count.kills} kills (every other with the database): ${count.acknowledged} writes acknowledged, ${count.unanswered} not; lost ${count.lost}, doubled ${count.doubled}`,
    )
    const { letters, lost, doubled, unsure } = count.mails
    say(`${letters} letters by a real mail server: lost ${lost}, doubled ${doubled}; cut off while handed in and told as unsure ${unsure}`)
    well &&= count.lost === 0 && count.doubled === 0 && lost === 0 && doubled === 0
  }
  if (kills > 0) {
    const count = await breakImports(town, Math.ceil(kills / 5))
    say(
      `${count.brokenOff} imports of ${count.rows} rows killed or cut off: written in part ${count.partly}, said wrongly ${count.untrue}; of two at once ${count.wroteTogether} wrote`,
    )
    well &&= count.partly === 0 && count.untrue === 0 && count.wroteTogether === 1
  }
  if (races > 0) {
    const count = await race(town, races, progress('races', races, 500))
    say(`${count.races} races from one version: ${count.told} told of the conflict; said to be done and lost ${count.lost}, unsettled ${count.unsettled}`)
    well &&= count.lost === 0 && count.unsettled === 0
  }
  if (tamperings > 0) {
    const { url, stop } = await startEmbedded({ dir: path.join(town.data, 'postgres'), log: () => {} })
    const count = await tamperAndVerify(url, tamperings, progress('tamperings', tamperings, 50)).finally(stop)
    say(`${count.tampered} tamperings: ${count.found} found${count.unseen.length > 0 ? `; not found: ${count.unseen.join(', ')}` : ''}`)
    well &&= count.found === count.tampered
  }
} finally {
  await town.remove()
}
process.exit(well ? 0 : 1)
