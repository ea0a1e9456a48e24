import { runsOf, sparkPoints } from './spark-layout.ts'

/** A series at the size of a word. The numbers stand in the cells beside it, so the picture itself is silent. A missing value is a hole. */
export const Sparkline = ({ values }: { readonly values: readonly (number | null)[] }) => {
  const points = sparkPoints(values, 88, 22)
  const last = points.findLast((p) => p !== null)
  return (
    <svg className="spark" viewBox="0 0 88 22" aria-hidden="true" focusable="false">
      {runsOf(points).map((run) =>
        run.length > 1 ? (
          <path key={run[0]?.x} d={run.map((p, i) => `${i === 0 ? 'M' : 'L'}${p.x} ${p.y}`).join('')} />
        ) : (
          run[0] !== last && <circle key={run[0]?.x} className="hollow" cx={run[0]?.x} cy={run[0]?.y} r="2" />
        ),
      )}
      {last && <circle cx={last.x} cy={last.y} r="3" />}
    </svg>
  )
}
