import { PageHead, Section } from '../../src/web/components/section.tsx'
import { Brk } from '../../src/web/components/status.tsx'
import { Shell } from '../../src/web/shell.tsx'
import type { Question, Thread } from '../../src/web/thread/model.ts'
import { ThreadHead } from '../../src/web/thread/thread-head.tsx'
import { ThreadPicture } from '../../src/web/thread/thread-picture.tsx'
import { ThreadWalk } from '../../src/web/thread/thread-walk.tsx'
import { hosts, lessons, lone, manyStations } from './threads.ts'
import { galleryView as view } from './view.ts'

/** A thread as its page shows it: sentence, picture, walk. */
export const ThreadPage = () => (
  <Shell view={view} title={hosts.title} question={1} room="decisions">
    <PageHead
      kicker="Tråden för ett beslut · Kommunfullmäktige 2021-06-23 § 120"
      title={hosts.title}
      lead={
        <>
          Fullmäktige gav 2 500 tkr för 2022. Värdarna är på plats, men <Brk>tråden är av på fyra ställen</Brk>: beredningen är inte inlagd, pengarna går inte
          att följa, första rapporten saknas och inget mått visar om det gjort nytta.
        </>
      }
    >
      <ThreadHead
        locale="sv"
        stations={[
          { id: 'a', mark: 'decision', title: 'Fullmäktige ger uppdraget', sub: '23 juni 2021', href: '#' },
          { id: 'b', mark: 'half', title: 'Värdar i fem områden', sub: 'pågår', current: true, gap: 'rapport' },
          { id: 'c', mark: 'gap', title: 'Tertialrapport 1', sub: '4 dagar sen' },
          { id: 'd', mark: 'open', title: 'Tertial 2', sub: 'september' },
        ]}
      />
    </PageHead>
    <Section id="picture" title="Trådens stationer" kind="band">
      <ThreadPicture thread={hosts} locale="sv" emptyZones={{ 4: 'inget mått är knutet till beslutet' }} />
    </Section>
    <ThreadWalk
      thread={hosts}
      locale="sv"
      emptyZones={{ 4: 'inget mått är knutet till beslutet' }}
      intros={{
        1: 'Beslutet är giltigt och har vunnit laga kraft.',
        2: 'Tråden delar sig i pengarna och uppdraget.',
        3: 'Inget ännu. Två rapporter är beställda.',
        4: 'Går inte att säga.',
      }}
    />
  </Shell>
)

const pictures: readonly (readonly [Thread, Partial<Record<Question, string>>])[] = [
  [lessons, {}],
  [lone, { 2: 'ingen har fått uppdraget', 4: 'inget mått är knutet' }],
  [lone, {}],
  [manyStations(16, 4), {}],
  [manyStations(40, 1), {}],
  [manyStations(40, 12), {}],
  [{ title: 'Tom tråd', today: hosts.today, stations: [] }, {}],
]

/** Threads of many sizes, one under the other. */
export const ThreadSizes = () => (
  <Shell view={view} title="Trådar i många storlekar" question={2}>
    <PageHead title="Trådar i många storlekar" />
    {pictures.map(([thread, empty], i) => (
      <Section key={thread.title + String(i)} id={`t${i}`} title={`${i + 1}. ${thread.title}`} kind="band">
        <ThreadPicture thread={thread} locale="sv" emptyZones={empty} />
      </Section>
    ))}
    <ThreadWalk thread={lessons} locale="sv" />
  </Shell>
)
