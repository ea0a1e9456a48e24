import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { type Anchor, verifyHistory } from '../database/verify.ts'
import { dataFolder, withDatabase } from '../municipality.ts'
import { type Command, WrongCall } from './command.ts'
import { words } from './words.ts'

const readAnchor = (value: string): Anchor => {
  const m = /^(\d{1,15}):([0-9a-f]{64})$/.exec(value.trim())
  if (!m) throw new WrongCall(words.badAnchor(value))
  return { position: Number(m[1]), chain: m[2] as string }
}

/** Places noted by earlier verifications on this machine; they catch a chain whose end was cut off. */
const anchorFile = (data: string): string => path.join(data, 'anchors')
const noted = (file: string): Anchor[] =>
  existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .filter((l) => l.trim() !== '')
        .map(readAnchor)
    : []

/** Recomputes the chain and compares every table with it; exit code 1 at the first row that does not agree. */
export const verify: Command = {
  name: 'verify',
  words: words.verify,
  options: { anchor: { type: 'string', multiple: true, words: words.verifyAnchor } },
  run: async ({ values, console }) => {
    const given = ((values['anchor'] as readonly string[] | undefined) ?? []).map(readAnchor)
    const data = dataFolder(values)
    return withDatabase(values, console, async ({ ownerUrl, name }) => {
      const file = `${anchorFile(data)}-${name}`
      const client = new pg.Client({ connectionString: ownerUrl })
      await client.connect()
      try {
        const found = await verifyHistory(client, {
          anchors: [...given, ...noted(file)],
          onProgress: (done, all) => console.progress(words.verifying(done, all)),
          signal: console.signal,
        })
        const anchor = `${found.head.position}:${found.head.chain}`
        console.answer({ ok: found.breaks.length === 0, rows: found.rows, anchor, breaks: found.breaks })
        if (found.breaks.length === 0) {
          console.say(words.whole(found.rows, anchor))
          mkdirSync(data, { recursive: true })
          if (found.head.position > 0) appendFileSync(file, `${anchor}\n`, { mode: 0o600 })
          return 0
        }
        console.say(words.broken(found.breaks.length))
        for (const b of found.breaks) console.say(b.text)
        return 1
      } finally {
        await client.end()
      }
    })
  },
}
