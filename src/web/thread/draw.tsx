import type { Drawing, Letters, Stroke } from './drawing.ts'

const strokeClass: Record<Stroke['kind'], string> = { thread: 'thr', planned: 'dotl', zone: 'zone', rule: 'ax', today: 'today' }
const letterClass: Record<Letters['tone'], string> = { head: 't-h', title: 't-b', quiet: 't-2', faint: 't-s', gap: 't-gap', lane: 't-lane' }

/** The ring of a decision reaches a little outside the edge that its words stand at. */
const overhang = 3

interface DrawProps {
  readonly drawing: Drawing
  readonly className: 'wide' | 'narrow'
  /** Accessible name: the picture is one image; its stations are told as text beside it. */
  readonly label: string
}

/** A placed drawing as one SVG. A mouse may follow its titles (by script); everyone else has the same links in the walk. */
export const Draw = ({ drawing, className, label }: DrawProps) => (
  <svg className={className} viewBox={`${-overhang} 0 ${drawing.width + overhang} ${drawing.height}`} role="img" aria-label={label}>
    {drawing.strokes.map((s) => (
      <path key={s.key} className={strokeClass[s.kind]} d={s.d} />
    ))}
    {drawing.signs.map((s) => (
      <use
        key={s.key}
        href={`#m-${s.mark}`}
        x={s.x - s.size / 2}
        y={s.y - s.size / 2}
        width={s.size}
        height={s.size}
        className={['open', 'none', 'stop'].includes(s.mark) ? 'mk-quiet' : 'mk-thread'}
      />
    ))}
    {drawing.letters.map((l) => (
      <text key={l.key} x={l.x} y={l.y} className={[letterClass[l.tone], l.anchor].filter(Boolean).join(' ')} data-href={l.href}>
        {l.text}
      </text>
    ))}
  </svg>
)
