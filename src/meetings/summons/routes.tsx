import type { Deps } from '../../database/transact.ts'
import { askToMake, loadMade, madePieces, stopMaking } from '../../files/made-file.ts'
import { docFormats, sendBundle, sendDocument, sendPieces } from '../../files/send-document.tsx'
import { isId } from '../../kernel/identity.ts'
import { type App, type Ctx, page, seeOther } from '../../web/view.ts'
import { agendaDoc } from '../documents/meeting-docs.ts'
import { MissingMeetingPage } from '../pages/small-pages.tsx'
import { bundleOf } from './bundle-of.ts'
import { type AtOnce, atOnce, digestOfSummons, isLarge, makeBundleKind, seeSummons, type SummonsAsked, type SummonsSeen } from './make-bundle.ts'
import { MakingPage } from './making-page.tsx'
import { SummonsPage } from './summons-page.tsx'

/** Seconds between two looks at a file that is being made. */
const nextLook = 4

/**
 * The summons with all that belongs to it, as it was sent: as a page and as one PDF, and its agenda by itself. `?version=` shows an earlier
 * one. A PDF of more than `most` is made as work for later, of which a page tells how far it has come.
 */
export const summonsRoutes = (app: App, deps: Deps, most: AtOnce = atOnce): void => {
  app.get('/meetings/:id/summons', (c) =>
    withSummons(c, deps, false, ({ telling, summons, parts }) =>
      page(c, <SummonsPage view={c.get('view')} telling={telling} summons={summons} parts={parts} />),
    ),
  )
  app.get('/meetings/:id/summons/pdf', (c) =>
    withSummons(c, deps, true, async (seen, asked) => {
      const { telling, summons, tree, parts } = seen
      if (!isLarge(parts, most)) return sendBundle(c, await bundleOf(deps.store, tree, telling, summons.version, parts))
      const digest = digestOfSummons(seen, c.get('who').personId)
      const made = await loadMade(deps.store, digest)
      return made?.ended === 'made' ? sendPieces(c, madePieces(deps.store, digest), titleOf(seen)) : seeOther(c, `${pathOf(asked)}/making${queryOf(c)}`)
    }),
  )
  makingRoutes(app, deps)
  for (const format of docFormats) {
    app.get(`/meetings/:id/agenda/${format}`, (c) =>
      withSummons(c, deps, false, ({ telling, summons }) => sendDocument(c, agendaDoc({ ...telling, sent: summons.version }), format)),
    )
  }
}

const makingRoutes = (app: App, deps: Deps): void => {
  app.get('/meetings/:id/summons/making', (c) =>
    withSummons(c, deps, true, async (seen, asked) => {
      const view = c.get('view')
      const made = await loadMade(deps.store, digestOfSummons(seen, view.who.personId))
      const follows = c.req.query('still') !== 'yes'
      // Said by the answer's head, so that it works without script; the reader may let the page stand still.
      if (made?.ended === null && follows) c.header('Refresh', String(nextLook))
      return page(c, <MakingPage view={view} title={titleOf(seen)} href={pathOf(asked)} query={queryOf(c)} made={made} follows={follows} />)
    }),
  )
  app.post('/meetings/:id/summons/making', (c) =>
    withSummons(c, deps, true, async (seen, asked) => {
      const { personId } = c.get('who')
      await askToMake(deps, personId ? `person:${personId}` : 'system:files', digestOfSummons(seen, personId), makeBundleKind, { ...asked, personId })
      return seeOther(c, `${pathOf(asked)}/making${queryOf(c)}`)
    }),
  )
  app.post('/meetings/:id/summons/making/stop', (c) =>
    withSummons(c, deps, true, async (seen, asked) => {
      // Strangers share one file, which none of them stops for the others.
      const { personId } = c.get('who')
      if (personId) await stopMaking(deps.store, digestOfSummons(seen, personId))
      return seeOther(c, `${pathOf(asked)}/making${queryOf(c)}`)
    }),
  )
}

const pathOf = ({ meetingId }: SummonsAsked): string => `/meetings/${meetingId}/summons`
const titleOf = ({ telling, summons }: SummonsSeen): string => agendaDoc({ ...telling, sent: summons.version }).title
/** Which version, and what of it, as the address asks. */
const queryOf = (c: Ctx): string => {
  const asked = new URLSearchParams(['version', 'only'].flatMap((name) => (c.req.query(name) ? [[name, c.req.query(name) ?? '']] : [])))
  return asked.size > 0 ? `?${asked}` : ''
}

const withSummons = async (
  c: Ctx,
  deps: Deps,
  part: boolean,
  show: (seen: SummonsSeen, asked: SummonsAsked) => Response | Promise<Response>,
): Promise<Response> => {
  const view = c.get('view')
  const id = c.req.param('id') ?? ''
  const version = c.req.query('version') ?? ''
  const asked: SummonsAsked = {
    meetingId: id,
    version: /^[1-9]\d{0,5}$/.test(version) ? Number(version) : null,
    onlyNew: part && c.req.query('only') === 'new',
  }
  const seen = isId(id) ? await seeSummons(deps, view, asked) : undefined
  return seen ? show(seen, asked) : page(c, <MissingMeetingPage view={view} />, 404)
}
