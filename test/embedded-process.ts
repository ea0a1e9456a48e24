// A process of its own that starts the embedded server and waits, so that tests can kill it as a machine would.
import { startEmbedded } from '../src/database/embedded.ts'

const { url, stop } = await startEmbedded({ dir: process.argv[2] as string })
process.stdout.write(`${url}\n`)
process.stdin.once('data', () => void stop().then(() => process.exit(0)))
