import { type Deps, type Tx, transact } from '../database/transact.ts'
import { type OrganisationFile, readData } from './files.ts'
import { idOf } from './ids.ts'

const range = (from: string, to?: string): string => `[${from},${to ?? ''})`

/** Loads bodies, units, people, posts and appointments as they have been, each with its days. */
export const loadOrganisation = async (deps: Deps): Promise<void> => {
  const file = readData<OrganisationFile>('organisation.json')
  await transact(deps, { actor: 'system:demonstration', act: 'load organisation' }, async (tx) => {
    await loadNodes(tx, file)
    const codes = file.nodes.flatMap(({ key, code }) => (code ? [{ node_id: idOf('node', key), code }] : []))
    await tx.insertInto('municipality_code').values(codes).execute()
    await tx
      .insertInto('succession')
      .values(
        file.successions.map((s) => ({
          id: idOf('succession', `${s.from}>${s.to}`),
          from_id: idOf('node', s.from),
          to_id: idOf('node', s.to),
          on_day: s.on,
          kind: s.kind,
          share: s.share === undefined ? 1 : s.share,
        })),
      )
      .execute()
    await tx
      .insertInto('person')
      .values(
        file.persons.map((p) => ({ id: idOf('person', p.key), given_name: p.given, family_name: p.family, party: p.party ?? null, email: p.email ?? null })),
      )
      .execute()
    await tx
      .insertInto('post')
      .values(
        file.posts.map((p) => ({
          id: idOf('post', p.key),
          slug: p.key,
          node_id: idOf('node', p.node),
          role: p.role,
          title_sv: p.title.sv,
          title_en: p.title.en,
          seat: p.seat ?? null,
        })),
      )
      .execute()
    await tx
      .insertInto('appointment')
      .values(
        file.appointments.map((a) => ({
          id: idOf('appointment', `${a.post}/${a.person}/${a.from}`),
          post_id: idOf('post', a.post),
          person_id: idOf('person', a.person),
          valid: range(a.from, a.to),
        })),
      )
      .execute()
    const roles = Object.fromEntries(file.demoRoles.map((r) => [r.role, { person: r.person && idOf('person', r.person), name: r.name }]))
    await tx
      .insertInto('setting')
      .values([
        { name: 'demo_roles', value: JSON.stringify(roles) },
        { name: 'desk', value: JSON.stringify('aln') },
      ])
      .execute()
  })
}

const loadNodes = async (tx: Tx, { nodes }: OrganisationFile): Promise<void> => {
  await tx
    .insertInto('node')
    .values(nodes.map((n) => ({ id: idOf('node', n.key), slug: n.key, kind: n.kind })))
    .execute()
  await tx
    .insertInto('node_version')
    .values(
      nodes.map((n) => ({
        node_id: idOf('node', n.key),
        valid: range(n.from, n.to),
        name_sv: n.name.sv,
        name_en: n.name.en,
        short: n.short,
        parent_id: n.parent ? idOf('node', n.parent) : null,
        seats: n.seats ?? null,
      })),
    )
    .execute()
}
