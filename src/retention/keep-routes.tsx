import { Readable } from 'node:stream'
import { noteSecrets } from '../access/access-log.ts'
import { loadKept } from '../decisions/own/retention-facts.ts'
import type { Deps } from '../database/transact.ts'
import { dispositionOf } from '../files/download.ts'
import { type Day, readDay } from '../kernel/day.ts'
import { isId } from '../kernel/identity.ts'
import type { Verdict } from '../kernel/refusal.ts'
import { loadTree } from '../organisation/tree.ts'
import { subjectOf } from '../registers/subject.ts'
import { may } from '../rulebook/policy.ts'
import { destructionDays, destructionHinders } from '../rulebook/retention.ts'
import { fileConcerns } from '../rulebook/social-file.ts'
import { SecretPage } from '../cases/missing-page.tsx'
import { type FormState, newForm, refusedForm } from '../web/components/form-state.ts'
import { flash } from '../web/flash.ts'
import { type App, type Ctx, type Fields, first, page, readFields, seeOther } from '../web/view.ts'
import { mayPropose } from '../access/propose.ts'
import { archivePackage, zippedPackage } from './archive-package.ts'
import { acknowledge, archiveAuthority, deliver, latestDelivery } from './deliver.ts'
import { KeepPage } from './keep-page.tsx'
import { noteFile } from './note-file.ts'
import { tellMunicipality } from './tell-municipality.ts'

/** The page of one case's keeping, and what is done there. */
export const keepRoutes = (app: App, deps: Deps): void => {
  app.get('/retention/:id', (c) => showKept(c, deps, c.req.param('id'), null))
  app.get('/retention/:id/package', (c) => sendPackage(c, deps, c.req.param('id')))
  app.post('/retention/municipality/:id', async (c) => {
    const code = first(await readFields(c), 'code').trim()
    const id = c.req.param('id')
    if (!isId(id)) return c.notFound()
    const done = await tellMunicipality(deps, c.get('who'), { nodeId: id, code })
    if (done.ok) flash(c, 'saved')
    return done.ok ? seeOther(c, '/retention#municipality') : seeOther(c, `/retention?code=${encodeURIComponent(code.slice(0, 20))}#municipality`)
  })
  const acts: Readonly<Record<string, (c: Ctx, caseId: string, fields: Fields) => Promise<Verdict<unknown>>>> = {
    file: (c, caseId, fields) =>
      noteFile(deps, c.get('who'), {
        caseId,
        concerns: fileConcerns.find((known) => known === first(fields, 'concerns')) ?? null,
        born: readDay(first(fields, 'born')),
        inCompilation: { yes: true, no: false }[first(fields, 'compilation')] ?? null,
      }),
    deliver: (c, caseId) => deliver(deps, c.get('who'), caseId),
    acknowledge: (c, caseId, fields) => acknowledge(deps, c.get('who'), { caseId, reference: first(fields, 'reference'), digest: first(fields, 'digest') }),
  }
  for (const [name, act] of Object.entries(acts))
    app.post(`/retention/:id/${name}`, async (c) => {
      const id = c.req.param('id') ?? ''
      if (!isId(id)) return c.notFound()
      const fields = await readFields(c)
      const done = await act(c, id, fields)
      if (!done.ok) return showKept(c, deps, id, refusedForm(c.get('view').locale, fields, done.refusals))
      flash(c, 'saved')
      return seeOther(c, `/retention/${id}`)
    })
}

/** The case or entry at the address if the reader may see it; else a page that says why not. */
const found = async (c: Ctx, { store }: Deps, id: string) => {
  const { who, today } = c.get('view')
  const kept = isId(id) ? await loadKept(store, id) : undefined
  const thing = kept && (await store.selectFrom('thing').select(['node_id', 'secrecy']).where('id', '=', id).executeTakeFirst())
  if (!kept || !thing || kept.kind !== 'case') return c.notFound()
  const tree = await loadTree(store, today)
  const subject = subjectOf({ nodeId: thing.node_id, secrecy: thing.secrecy }, tree)
  const [hidden] = may(who, 'see', subject, today)
  return hidden ? page(c, <SecretPage view={c.get('view')} number={kept.number ?? ''} why={hidden.text} />, 403) : { kept, subject, tree }
}

const showKept = async (c: Ctx, deps: Deps, id: string, tried: FormState | null): Promise<Response> => {
  const at = await found(c, deps, id)
  if (at instanceof Response) return at
  const view = c.get('view')
  const { who, today, locale } = view
  const { kept, subject, tree } = at
  const row = await latestDelivery(deps.store, id)
  const authority = archiveAuthority(tree, kept.nodeId)
  const { file } = kept
  const noted = file ? { concerns: file.concerns, born: file.born, compilation: file.inCompilation ? 'yes' : 'no' } : {}
  const status = tried === null ? 200 : tried.refusals.some((r) => r.code.startsWith('access.')) ? 403 : 422
  return page(
    c,
    <KeepPage
      view={view}
      kept={kept}
      days={destructionDays(kept, today)}
      hinders={destructionHinders(kept, today)}
      delivery={row ? { day: row.day as Day, manifest: row.manifest, acknowledged: row.acknowledged as Day | null, reference: row.reference } : null}
      barred={{
        note: may(who, 'case.write', subject, today),
        deliver: may(who, 'archive.deliver', subject, today),
        acknowledge: may(who, 'archive.receive', { belongsTo: authority ? tree.chain(authority) : [], secrecy: null }, today),
      }}
      mayPropose={await mayPropose(deps.store, who, kept.nodeId, tree)}
      form={tried ?? newForm(locale, noted)}
    />,
    status,
  )
}

/** The package as it was delivered: it can be had for as long as the case is unchanged. */
const sendPackage = async (c: Ctx, deps: Deps, id: string): Promise<Response> => {
  const at = await found(c, deps, id)
  if (at instanceof Response) return at
  const { who, today } = c.get('view')
  const packed = await archivePackage(deps.store, id)
  const delivery = await latestDelivery(deps.store, id)
  const barred = may(who, 'archive.deliver', at.subject, today).length > 0
  if (barred || !packed || delivery?.manifest !== packed.digest) return seeOther(c, `/retention/${id}#archive`)
  await noteSecrets(deps, who, 'export', [id], '/retention/:id/package')
  return new Response(Readable.toWeb(Readable.from(zippedPackage(deps.store, packed))) as unknown as BodyInit, {
    headers: {
      'Content-Type': 'application/zip',
      'Content-Disposition': dispositionOf('attachment', `${(at.kept.number ?? 'arende').replace(/\s+/g, '-')}.zip`),
      'Cache-Control': 'private, no-store',
    },
  })
}
