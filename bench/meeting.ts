// A council of 101 votes from its devices while 2,000 screens watch, over real sockets on this machine: the time from when the last
// ballot is sent until each screen shows that all have voted; lost and double ballots; then again with 5 % of the screens' and voters'
// connections cut on the way. Ends with 1 where a ballot was lost, doubled or never acknowledged. Usage: npm run bench:meeting -- [screens]
import { percentile } from './measure.ts'
import { onOwnDatabase, say } from './parts/lay.ts'
import { meeting } from './runs/meeting.ts'

const screens = Number(process.argv[2] ?? 2000)
const members = 101
const votes = await onOwnDatabase((url) => meeting(url, { members, screens }))
for (const { share, cut, took, told, lost, double, unacknowledged } of votes) {
  say(
    `${screens} screens, ${share * 100} % cut (${cut} screens): ${members} ballots in ${(took / 1000).toFixed(1)} s; last ballot to every screen p50 ${percentile(told, 0.5).toFixed(0)} ms, p99 ${percentile(told, 0.99).toFixed(0)} ms, slowest ${Math.max(...told).toFixed(0)} ms; lost ${lost}, double ${double}, unacknowledged ${unacknowledged}`,
  )
}
process.exitCode = votes.every((v) => v.lost + v.double + v.unacknowledged === 0) ? 0 : 1
