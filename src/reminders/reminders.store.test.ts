import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { nodes, posts } from '../../test/decision-town.ts'
import { type MailServer, mailServer } from '../../test/mail-server.ts'
import { aClause, anEntry, assignmentData, personas, type RegisterWorld, registerWorld, riskData, secretRisk } from '../../test/register-world.ts'
import { type Deps, transact } from '../database/transact.ts'
import { runDue } from '../jobs/run-job.ts'
import { smtpConfig } from '../jobs/smtp.ts'
import { addDays, day } from '../kernel/day.ts'
import { doAct } from '../registers/do-act.ts'
import { assignment } from '../registers/definitions/assignment.ts'
import type { AnyDefinition } from '../registers/define.ts'
import { askForReport } from '../reports/ask-for-report.ts'
import { reminderWork } from './jobs.ts'
import { composeMorning } from './notice-store.ts'
import { remind } from './remind.ts'
import { writeLetter } from './write-letter.tsx'

const registered = assignment as unknown as AnyDefinition
const known = <T extends { readonly personId: string | null }>(who: T) => ({ ...who, personId: who.personId as string })
const [secretary, head, member] = [known(personas.secretary), known(personas.head), known(personas.member)]
const lines = (raw: string): string => raw.replaceAll('=\r\n', '').replaceAll('\r', '')

describe('reminders and what lands, from the act to the letter', () => {
  let world: RegisterWorld
  let deps: Deps
  let server: MailServer
  beforeAll(async () => {
    world = await registerWorld()
    deps = world.deps
    server = await mailServer()
    await transact(deps, { actor: 'system:test', act: 'appoint' }, async (tx) => {
      const people = [
        [secretary, posts.secretary],
        [head, posts.head],
        [member, posts.chair],
      ] as const
      for (const [who, postId] of people) {
        await tx.insertInto('appointment').values({ id: deps.ids.next(), post_id: postId, person_id: who.personId, valid: '[2019-01-01,)' }).execute()
        await tx
          .updateTable('person')
          .set({ email: `${who.name}@boras.example.org` })
          .where('id', '=', who.personId)
          .execute()
      }
    })
  })
  beforeEach(async () => {
    await deps.store.deleteFrom('notice').execute()
    await deps.store.deleteFrom('mail').execute()
    await deps.store.deleteFrom('job').execute()
  })
  afterAll(async () => {
    await server.close()
    await world.close()
  })

  const work = () => reminderWork(smtpConfig({ SMTP_URL: server.url, MAIL_FROM: 'genomslag@boras.example.org', GENOMSLAG_URL: 'https://g.example.org' }))
  const run = (on = deps) => runDue({ ...on, holder: deps.ids.next() }, [...work().jobs, ...work().turns.map((t) => t.job)])
  const notices = async () =>
    (await deps.store.selectFrom('notice').select(['kind', 'person_id']).orderBy('at').orderBy('id').execute()).map(
      (n) => `${n.kind} ${[secretary, head, member].find((p) => p.personId === n.person_id)?.name}`,
    )
  const wants = (personId: string, cadence: 'at_once' | 'daily' | 'weekly' | 'never', locale: 'sv' | 'en' = 'sv') =>
    transact(deps, { actor: 'system:test', act: 'choose' }, (tx) =>
      tx
        .insertInto('mail_setting')
        .values({ person_id: personId, cadence, days: [-7, 0, 1, 7], locale })
        .onConflict((oc) => oc.column('person_id').doUpdateSet({ cadence, locale }))
        .execute(),
    )

  it('tells those who answer for it what has landed, and nobody of what was undone', async () => {
    const entry = await anEntry(deps, registered, assignmentData())
    await askForReport(deps, secretary, { entryId: entry.id, what: 'Lägesrapport', due: '2022-06-10', askedBy: nodes.labour })
    await expect(
      transact(deps, { actor: 'system:test', act: 'send and regret' }, async (tx) => {
        await aClause(tx, deps)
        throw new Error('regretted')
      }),
    ).rejects.toThrow('regretted')
    await run()
    expect(await notices()).toEqual(['given head', 'asked head'])
  })

  it('tells followers what was done, but not who did it', async () => {
    const entry = await anEntry(deps, registered, assignmentData())
    for (const who of [head, member]) {
      await transact(deps, { actor: 'system:test', act: 'follow' }, (tx) =>
        tx.insertInto('follow').values({ person_id: who.personId, thing_id: entry.id, since: '2022-05-17' }).execute(),
      )
    }
    await deps.store.deleteFrom('job').execute()
    expect((await doAct(deps, head, registered, { entryId: entry.id, act: 'accept', seen: entry.version })).ok).toBe(true)
    await run()
    expect(await notices()).toEqual(['followed member'])
  })

  it('sends the morning’s letter once, with every day that has come near, in the reader’s language', async () => {
    await anEntry(deps, registered, assignmentData({ title: 'Lagret <b>&</b> flödet', finalReport: '2022-05-24' }))
    await run()
    for (let n = 0; n < 2; n++) {
      await remind(deps)
      await composeMorning(deps)
      await run()
    }
    expect(server.received).toHaveLength(1)
    const raw = lines(server.received[0]?.raw ?? '')
    expect(server.received[0]?.to).toBe('head@boras.example.org')
    expect(raw).toContain('Content-Language: sv')
    expect(raw).toContain('https://g.example.org/due')
    expect(raw).toContain('&lt;b&gt;')
    await wants(head.personId, 'daily', 'en')
    const next = world.on(day('2022-05-25'))
    await remind(next)
    await composeMorning(next)
    await run(next)
    expect(server.received).toHaveLength(2)
    expect(lines(server.received[1]?.raw ?? '')).toMatch(/Subject: One thing is late/)
    await wants(head.personId, 'daily')
  })

  it('tells a secret matter by its number alone, also where its label is written freely', async () => {
    const unseen = { title: 'Mycket hemligt', review: '2022-05-20', unit: nodes.department }
    await anEntry(deps, secretRisk, riskData(unseen))
    await run()
    await remind(deps)
    await composeMorning(deps)
    const mails = await deps.store.selectFrom('mail').select(['id', 'person_id']).execute()
    expect(mails.length).toBeGreaterThan(0)
    for (const mail of mails) {
      const letter = await writeLetter(deps.store, {
        mailId: mail.id,
        personId: mail.person_id,
        today: deps.clock.today(),
        site: 'https://g.example.org',
        sending: true,
        token: 't',
      })
      expect(`${letter?.subject} ${letter?.text} ${letter?.html}`).not.toMatch(/hemligt|Prövning/)
      expect(letter?.text).toContain('H-1')
    }
  })

  it('tells at once, weekly or never, as each has chosen', async () => {
    await wants(head.personId, 'at_once')
    await anEntry(deps, registered, assignmentData())
    const before = server.received.length
    await run()
    expect(server.received).toHaveLength(before + 1)
    await wants(head.personId, 'weekly')
    const monday = world.on(day('2022-05-23'))
    for (const [on, letters] of [
      [monday, 2],
      [world.on(addDays(monday.clock.today(), 1)), 2],
      [world.on(addDays(monday.clock.today(), 7)), 3],
    ] as const) {
      await anEntry(on, registered, assignmentData())
      await run(on)
      await composeMorning(on)
      await run(on)
      expect(server.received).toHaveLength(before + letters)
    }
    await wants(head.personId, 'never')
    await anEntry(deps, registered, assignmentData())
    await run()
    expect(await deps.store.selectFrom('notice').select('id').where('mail_id', 'is', null).execute()).toEqual([])
    await wants(head.personId, 'daily')
  })

  it('does not nag about what was done before the letter was written', async () => {
    await anEntry(deps, registered, assignmentData({ finalReport: '2022-05-24' }))
    await deps.store.deleteFrom('job').execute()
    await remind(deps)
    await composeMorning(deps)
    await transact(deps, { actor: 'system:test', act: 'close' }, (tx) =>
      tx.updateTable('deadline').set({ done_on: '2022-05-17' }).where('done_on', 'is', null).execute(),
    )
    const before = server.received.length
    await run()
    expect(server.received).toHaveLength(before)
    expect((await deps.store.selectFrom('mail').select('state').where('state', '=', 'dropped').execute()).length).toBe(1)
  })

  it('lets news of long ago be', async () => {
    const then = world.on(day('2022-05-01'))
    await anEntry(then, registered, assignmentData())
    await run()
    expect(await notices()).toEqual([])
  })
})
