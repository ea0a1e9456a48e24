import { StandingNotes } from '../contradictions/standing-notes.tsx'
import { nameOf } from '../organisation/timeline.ts'
import { Takeout } from '../web/components/takeout.tsx'
import { Shell } from '../web/shell.tsx'
import type { View } from '../web/view.ts'
import { Compared } from './compared.tsx'
import { MadeOf } from './composition.tsx'
import { JudgedHow, WhyAsked } from './judged-how.tsx'
import type { SeriesView } from './load-series.ts'
import { OverTime } from './over-time.tsx'
import { SeriesHead } from './series-head.tsx'
import { ThreadHere } from './thread-here.tsx'
import { UnitsBelow } from './units-below.tsx'

/** The page of a measure: one figure and what can honestly be said of it, then what proves it. */
export const SeriesPage = ({ view, data }: { readonly view: View; readonly data: SeriesView }) => (
  <Shell view={view} title={`${view.t(data.series.name)}, ${view.t(nameOf(data.timeline, data.nodeId))}`} question={4} room="series">
    <SeriesHead view={view} data={data} />
    <StandingNotes view={view} standing={data.contradictions} />
    <OverTime view={view} data={data} />
    <Takeout view={view} list={`series/${data.series.slug}`} back={data.mayRecord} />
    <UnitsBelow view={view} data={data} />
    <Compared view={view} data={data} />
    <MadeOf view={view} slug={data.series.slug} composition={data.composition} mayChange={data.mayRecord} />
    <JudgedHow view={view} data={data} />
    <ThreadHere view={view} data={data} />
    <WhyAsked view={view} data={data} />
  </Shell>
)
