import { loadWho } from '../access/who.ts'
import { splitAssignment } from '../assignments/split-assignment.ts'
import { type Deps, transact } from '../database/transact.ts'
import type { LinkKind } from '../database/schema.ts'
import { type Day, day } from '../kernel/day.ts'
import { actorOf, type Who } from '../kernel/who.ts'
import { actOnEntry } from '../registers/act-on-entry.ts'
import type { EntryData } from '../registers/define.ts'
import { definitionOf } from '../registers/definitions/index.ts'
import { loadEntry } from '../registers/entry-store.ts'
import { askForReport } from '../reports/ask-for-report.ts'
import { handInReport } from '../reports/hand-in-report.ts'
import type { ReportKind } from '../reports/report.ts'
import { type Happening, must, order } from './event.ts'
import { type OrganisationFile, readAll, readData } from './files.ts'
import { idOf } from './ids.ts'

interface ReportRow {
  readonly key: string
  readonly kind: ReportKind
  readonly day: string
  readonly period?: string
  readonly post: string
  readonly stance: string
  readonly text: string
  readonly figures?: readonly string[]
}

interface PartRow {
  readonly key: string
  readonly title: string
  readonly deliverable: string
  readonly recipient: string
  readonly responsible: string
  readonly finalReport: string
  readonly done?: string
}

interface FollowedRow {
  readonly assignment?: string
  readonly subject?: string
  readonly accepted?: { readonly day: string; readonly post: string }
  readonly parts?: readonly PartRow[]
  readonly progress?: readonly { readonly day: string; readonly post: string; readonly text: string }[]
  readonly reports: readonly ReportRow[]
  readonly sentBack?: { readonly day: string; readonly post: string; readonly comment: string }
  readonly continuation?: readonly { readonly what: string; readonly ownerPost: string | null; readonly due?: string; readonly dropped?: string }[]
  readonly reportsDue?: readonly { readonly day: string; readonly what: string; readonly askedBy: string; readonly handedIn?: string }[]
}

interface FollowFile {
  readonly assignments: readonly FollowedRow[]
  readonly others: readonly FollowedRow[]
  readonly links: readonly { readonly from: string; readonly to: string; readonly kind: string }[]
}

/** Holder of a post on a day, as the policy sees them. */
const holder = async (deps: Deps, post: string): Promise<Who> => {
  const today = deps.clock.today()
  const { appointments } = readData<OrganisationFile>('organisation.json')
  const held = appointments.find((a) => a.post === post && a.from <= today && (a.to === undefined || today < a.to))
  if (!held) throw new Error(`nobody held ${post} on ${today}`)
  const who = await loadWho(deps.store, undefined, idOf('person', held.person), today)
  return { ...who, posts: who.posts.toSorted((a) => (a.postId === idOf('post', post) ? -1 : 1)) }
}

/** Does an act of the register as the holder of a post, with the comment and the free fields that it asks for. */
export const actAs = async (
  deps: Deps,
  key: string,
  post: string,
  name: string,
  entryId: string,
  { comment, data }: { readonly comment?: string | undefined; readonly data?: EntryData | undefined },
): Promise<void> => {
  const who = await holder(deps, post)
  const entry = await loadEntry(deps.store, entryId)
  const definition = entry && definitionOf(entry.register)
  if (!definition) throw new Error(`${key}: not an entry`)
  must(
    `${key} ${name}`,
    await transact(deps, { actor: actorOf(who), act: name }, (tx) =>
      actOnEntry(tx, deps, definition, { entryId, act: name, who, doing: { by: 'person', ...(comment ? { comment } : {}) }, ...(data ? { data } : {}) }),
    ),
  )
}

const act = (deps: Deps, key: string, post: string, name: string, entryId: string, comment?: string): Promise<void> =>
  actAs(deps, key, post, name, entryId, { comment })

/** What was done with the assignments and agreements, and reported, as happenings; each done by whoever held the post. */
export const followUpHappenings = (today: Day): readonly Happening[] =>
  readAll<FollowFile>('followup')
    .flatMap((f) => [...f.assignments, ...f.others])
    .flatMap((row) => [...accepted(row), ...parts(row), ...reports(row), ...sentBack(row), ...asked(row), ...noted(row)])
    .concat(closings)
    .filter((h) => h.day <= today)

const subjectOf = (row: FollowedRow): string => row.assignment ?? row.subject ?? ''

const accepted = (row: FollowedRow): readonly Happening[] =>
  row.accepted
    ? [
        {
          day: day(row.accepted.day),
          order: order.carried,
          key: subjectOf(row),
          run: (deps) => act(deps, subjectOf(row), row.accepted?.post ?? '', 'accept', idOf('thing', subjectOf(row))),
        },
      ]
    : []

const parts = (row: FollowedRow): readonly Happening[] =>
  (row.parts ?? []).flatMap((part): Happening[] => [
    {
      // What remains to be done of an assignment that was sent back is split anew, to the new day.
      day: day(row.sentBack && !part.done ? row.sentBack.day : (row.accepted?.day ?? part.finalReport)),
      order: row.sentBack && !part.done ? order.closed : order.carried + 0.1,
      key: part.key,
      run: async (deps) => {
        const who = await holder(deps, row.accepted?.post ?? part.responsible)
        const input = {
          id: idOf('thing', part.key),
          title: part.title,
          deliverable: part.deliverable,
          nodeId: idOf('node', part.recipient),
          finalReport: day(part.finalReport),
          responsible: idOf('post', part.responsible),
        }
        const made = must(part.key, await splitAssignment(deps, who, idOf('thing', subjectOf(row)), input))
        await act(deps, part.key, part.responsible, 'accept', made.id)
      },
    },
    ...(part.done
      ? [
          {
            day: day(part.done),
            order: order.report,
            key: part.key,
            run: async (deps: Deps) =>
              must(
                part.key,
                await handInReport(deps, await holder(deps, part.responsible), {
                  entryId: idOf('thing', part.key),
                  kind: 'final',
                  stance: 'done',
                  text: `${part.title}: delen är genomförd.`,
                  continuation: [],
                  asWritten: true,
                }),
              ),
          },
        ]
      : []),
  ])

const reports = (row: FollowedRow): readonly Happening[] =>
  row.reports.map((r) => ({
    day: day(r.day),
    order: order.report,
    key: r.key,
    run: async (deps) => {
      const who = await holder(deps, r.post)
      const continuation =
        r.kind === 'final'
          ? (row.continuation ?? []).map((c) => ({
              what: c.what,
              ...(c.ownerPost ? { postId: idOf('post', c.ownerPost) } : {}),
              ...(c.due ? { due: day(c.due) } : {}),
              ...(c.dropped ? { dropped: c.dropped } : {}),
            }))
          : []
      must(
        r.key,
        await handInReport(deps, who, {
          id: idOf('thing', r.key),
          entryId: idOf('thing', subjectOf(row)),
          kind: r.kind,
          stance: r.stance,
          ...(r.period ? { period: r.period } : {}),
          text: r.text,
          continuation,
          asWritten: true,
        }),
      )
    },
  }))

const sentBack = (row: FollowedRow): readonly Happening[] =>
  row.sentBack
    ? [
        {
          day: day(row.sentBack.day),
          order: order.sentBack,
          key: subjectOf(row),
          run: (deps) => act(deps, subjectOf(row), 'aln-sekreterare', 'sendBack', idOf('thing', subjectOf(row)), row.sentBack?.comment),
        },
      ]
    : []

/** What somebody noted of an assignment under way, between its reports. */
const noted = (row: FollowedRow): readonly Happening[] =>
  row.assignment && row.accepted
    ? (row.progress ?? [])
        .filter((p) => p.day > (row.accepted?.day ?? '') && p.post !== 'alf-controller')
        .map((p) => ({
          day: day(p.day),
          order: order.noted,
          key: subjectOf(row),
          run: (deps) => act(deps, subjectOf(row), p.post, 'note', idOf('thing', subjectOf(row)), p.text),
        }))
    : []

/** Agreements that were closed when their last day had passed. */
const closings: readonly Happening[] = [
  {
    day: day('2022-04-01'),
    order: order.closed,
    key: 'iop-spira',
    run: (deps) => act(deps, 'iop-spira', 'aln-sekreterare', 'close', idOf('thing', 'iop-spira')),
  },
]

/** Reports that were asked for beside the register's own dates. They are asked for when the matter begins to be carried out. */
const asked = (row: FollowedRow): readonly Happening[] =>
  (row.reportsDue ?? [])
    .filter((due) => due.what !== 'Slutredovisning' && !due.handedIn)
    .map((due) => ({
      day: day('2022-02-01'),
      order: order.carried + 0.5,
      key: `${subjectOf(row)} ${due.day}`,
      run: async (deps) => {
        const entry = await deps.store
          .selectFrom('entry')
          .select('id')
          .where('id', '=', idOf('thing', subjectOf(row)))
          .executeTakeFirst()
        if (!entry) return
        await askForReport(
          deps,
          await holder(deps, 'aln-sekreterare'),
          { entryId: entry.id, what: due.what, due: due.day, askedBy: idOf('node', due.askedBy) },
          { bySystem: true },
        )
      },
    }))

/** The steering groups of the agreements met on their days, and somebody noted it. */
export const meetingHappenings = async (deps: Deps, today: Day): Promise<readonly Happening[]> => {
  const rows = await deps.store
    .selectFrom('deadline')
    .innerJoin('entry', 'entry.id', 'deadline.thing_id')
    .innerJoin('thing', 'thing.id', 'entry.id')
    .innerJoin('node', 'node.id', 'thing.node_id')
    .select(['entry.id', 'deadline.due'])
    .where('entry.register', '=', 'agreement')
    .where('node.slug', '=', 'aln')
    .where('deadline.kind', '=', 'meeting')
    .where('deadline.due', '<=', today)
    .where('deadline.done_on', 'is', null)
    .orderBy('deadline.due')
    .execute()
  return rows.map((r) => ({
    day: day(r.due),
    order: order.carried,
    key: r.id,
    run: (on) => act(on, r.id, 'aln-sekreterare', 'meet', r.id, 'Styrgruppen har mötts. Inget avvikande.'),
  }))
}

/** Links of the data are read as sentences; only these two already point downstream. */
const kinds: Readonly<Record<string, { readonly kind: LinkKind; readonly flip: boolean }>> = {
  gives_rise_to: { kind: 'gives_rise_to', flip: false },
  encloses: { kind: 'encloses', flip: false },
  measures: { kind: 'measured_by', flip: true },
  reports_on: { kind: 'reported_by', flip: true },
  answers: { kind: 'answered_by', flip: true },
  continues: { kind: 'continued_by', flip: true },
  replaces: { kind: 'replaced_by', flip: true },
  part_of: { kind: 'part', flip: true },
}

/** Draws the links that no act has drawn already. Those to things after the demonstration's day have no end yet and are left out. */
export const loadLinks = async (deps: Deps): Promise<void> => {
  const rows = readAll<FollowFile>('followup').flatMap((f) => f.links)
  const known = new Set((await deps.store.selectFrom('thing').select('id').execute()).map((r) => r.id))
  await transact(deps, { actor: 'system:demonstration', act: 'draw links' }, async (tx) => {
    for (const row of rows) {
      const of = kinds[row.kind]
      const [from, to] = of?.flip ? [row.to, row.from] : [row.from, row.to]
      const [from_id, to_id] = [idOf('thing', from), idOf('thing', to)]
      if (!of || !known.has(from_id) || !known.has(to_id)) continue
      await tx
        .insertInto('link')
        .values({ id: deps.ids.next(), from_id, to_id, kind: of.kind })
        .onConflict((oc) => oc.doNothing())
        .execute()
    }
  })
}
