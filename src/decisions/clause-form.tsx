import type { Text } from '../kernel/text.ts'
import { isId } from '../kernel/identity.ts'
import { type Choices, choicesFor } from '../registers/choices.ts'
import type { ClauseEffect, EntryData } from '../registers/define.ts'
import { definitionOf } from '../registers/definitions/index.ts'
import { loadEntry } from '../registers/entry-store.ts'
import { metaOf } from '../registers/field.ts'
import { typedOf } from '../registers/shown.ts'
import type { Continuation } from '../reports/report.ts'
import { loadContinuation } from '../reports/report-store.ts'
import type { FormState } from '../web/components/form-state.ts'
import { type Ctx, page } from '../web/view.ts'
import type { ClauseKind } from './clause.ts'
import { ClauseFormPage, ClauseKindPage, type ClausePlace, ClauseTargetPage } from './clause-pages.tsx'
import type { Typed } from './draft.ts'
import { enactments, isClauseKind } from './enactments.ts'
import { findTargets, findThing, labelOf, offerThings } from './lookup.ts'
import type { Reading } from './read-draft.ts'

const choicesOf = async (reading: Reading, kind: ClauseKind): Promise<Choices> => {
  const { fields } = enactments[kind]
  const things = await Promise.all(
    Object.entries(fields.shape).map(async ([name, schema]) => {
      const meta = metaOf(schema as never)
      if (meta.input !== 'thing') return []
      const offered = await offerThings(reading.store, meta.things ?? [], reading.secrets)
      return [[name, offered.map((value) => ({ value, label: { sv: value, en: value } }))] as const]
    }),
  )
  return { ...(await choicesFor(reading.store, { fields }, reading.tree)), ...Object.fromEntries(things.flat()) }
}

/** The items of the latest final report on what is declared fulfilled: what the clause may say of what continues. */
const itemsOf = async ({ store }: Reading, kind: ClauseKind, target: string | null): Promise<readonly Continuation[]> => {
  if (!target || enactments[kind].group !== 'end') return []
  const row = await store
    .selectFrom('report')
    .innerJoin('thing', 'thing.id', 'report.id')
    .select('report.id')
    .where('report.subject_id', '=', target)
    .where('report.kind', '=', 'final')
    .where('report.state', '<>', 'sent_back')
    .orderBy('thing.day', 'desc')
    .orderBy('report.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? loadContinuation(store, row.id) : []
}

const effectOf = (kind: ClauseKind): { readonly definition: ReturnType<typeof definitionOf>; readonly effect: ClauseEffect | undefined } => {
  const { target } = enactments[kind]
  const definition = target?.kind === 'entry' ? definitionOf(target.register) : undefined
  return { definition, effect: (definition?.clauses as Readonly<Record<string, ClauseEffect>> | undefined)?.[kind] }
}

/** What the address of a new clause has settled: its kind, what it is about, and what its form begins with. */
export interface AskedClause {
  readonly kind: ClauseKind
  readonly target: string | null
  readonly known: Typed
}

/** The thing that a clause of the kind is about, where its kind has one and the reader may see it. */
export const targetOf = async ({ store, secrets }: Reading, kind: ClauseKind, asked: string): Promise<string | null> => {
  const { target } = enactments[kind]
  return target && isId(asked) ? findThing(store, [target.kind], asked, secrets) : null
}

/** The field that an address fills by `of`: the one of that name, else the first that is a thing. */
const fieldOf = (kind: ClauseKind): string => {
  const { shape } = enactments[kind].fields
  return 'of' in shape ? 'of' : (Object.entries(shape).find(([, schema]) => metaOf(schema as never).input === 'thing')?.[0] ?? 'of')
}

/** What the address asks for; or the page where its kind, or what it is about, is chosen first. */
export const askedClause = async (c: Ctx, reading: Reading, place: ClausePlace): Promise<AskedClause | Response> => {
  const view = c.get('view')
  const kind = c.req.query('kind') ?? ''
  if (!isClauseKind(kind)) return page(c, <ClauseKindPage view={view} place={place} />)
  const { target } = enactments[kind]
  const found = await targetOf(reading, kind, c.req.query('entry') ?? '')
  const { definition, effect } = effectOf(kind)
  if (target && !found) {
    const search = (c.req.query('q') ?? '').replaceAll('\u0000', '').slice(0, 200)
    const offered = await findTargets(reading.store, target, definition, effect?.does === 'create' ? undefined : effect?.act, search, reading.secrets)
    const nodeName = (id: string): string => view.t(reading.tree.get(id)?.name ?? ({ sv: '–', en: '–' } satisfies Text))
    return page(c, <ClauseTargetPage view={view} place={place} kind={kind} search={search} offered={offered} nodeName={nodeName} />)
  }
  const entry = found && definition ? await loadEntry(reading.store, found) : undefined
  const of = c.req.query('of') ?? ''
  const known = {
    ...(entry && definition ? typedOf(definition, entry.data) : {}),
    ...(isId(of) ? { [fieldOf(kind)]: [await labelOf(reading.store, of, reading.secrets)] } : {}),
  }
  return { kind, target: found, known }
}

/** The data of a clause as its form shows it, with things by their numbers and names. */
export const typedClause = async ({ store, secrets }: Reading, kind: ClauseKind, data: Readonly<Record<string, unknown>>): Promise<Typed> => {
  const { fields } = enactments[kind]
  const typed: Record<string, readonly string[]> = { ...typedOf({ fields }, data as EntryData) }
  for (const [name, schema] of Object.entries(fields.shape)) {
    const [value = ''] = typed[name] ?? []
    if (metaOf(schema as never).input === 'thing' && isId(value)) typed[name] = [await labelOf(store, value, secrets)]
  }
  return typed
}

/** The form of a clause. `action` is where it is sent; null for the address it stands at. */
export const showClauseForm = async (
  c: Ctx,
  reading: Reading,
  place: ClausePlace,
  clause: { readonly kind: ClauseKind; readonly target: string | null; readonly action: string | null },
  form: FormState,
  status: 200 | 422,
): Promise<Response> => {
  const [choices, items] = await Promise.all([choicesOf(reading, clause.kind), itemsOf(reading, clause.kind, clause.target)])
  return page(
    c,
    <ClauseFormPage
      view={c.get('view')}
      place={place}
      kind={clause.kind}
      action={clause.action}
      form={form}
      choices={choices}
      about={clause.target ? await labelOf(reading.store, clause.target, reading.secrets) : null}
      items={items}
      nodes={reading.tree.nodes}
    />,
    status,
  )
}
