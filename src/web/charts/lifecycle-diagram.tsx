import { type Locale, say } from '../../kernel/text.ts'
import { DataTable } from '../components/data-table.tsx'
import { ChartFigure, ChartSvg } from './chart-figure.tsx'
import { type LifecycleAct, type LifecycleLayout, lifecycleLayout, type LifecycleState } from './lifecycle-layout.ts'
import { chartWords as words } from './words.ts'

interface LifecycleDiagramProps {
  readonly locale: Locale
  /** 'Uppdragets väg'. */
  readonly title: string
  readonly states: readonly LifecycleState[]
  readonly acts: readonly LifecycleAct[]
  /** Id of the state that the shown entry is in: told in the note and marked red. */
  readonly current?: string | null | undefined
}

/** The lifecycle of a register, drawn from the same table that guards it: states as columns, acts as arrows between them. */
export const LifecycleDiagram = ({ locale, title, states, acts, current = null }: LifecycleDiagramProps) => {
  const label = `${title}. ${say(words.inTable, locale)}`
  const told = acts.map((a) => (a.needs ? { ...a, needs: say(words.requires(a.needs), locale) } : a))
  const name = new Map(states.map((s) => [s.id, s.label]))
  return (
    <ChartFigure
      locale={locale}
      title={title}
      note={[say(words.lifecycleNote, locale), current !== null && say(words.nowIn(name.get(current) ?? ''), locale)].filter(Boolean).join(' ')}
      wide={<Drawn layout={lifecycleLayout(states, told, 944)} className="wide" label={label} current={current} />}
      narrow={<Drawn layout={lifecycleLayout(states, told, 358)} className="narrow" label={label} current={current} />}
      table={
        <DataTable
          locale={locale}
          caption={title}
          captionHidden
          rows={acts.map((a, i) => ({ ...a, key: `${a.from}-${a.to}-${i}` }))}
          rowKey={(a) => a.key}
          columns={[
            { id: 'from', head: say(words.from, locale), label: `${say(words.from, locale)}:`, cell: (a) => name.get(a.from) ?? a.from },
            { id: 'act', head: say(words.act, locale), rowHead: true, cell: (a) => a.label },
            { id: 'to', head: say(words.to, locale), label: `${say(words.to, locale)}:`, cell: (a) => name.get(a.to) ?? a.to },
            { id: 'needs', head: say(words.needs, locale), label: `${say(words.needs, locale)}:`, cell: (a) => a.needs ?? '' },
          ]}
        />
      }
    />
  )
}

const Drawn = ({
  layout,
  className,
  label,
  current,
}: {
  readonly layout: LifecycleLayout
  readonly className: 'wide' | 'narrow'
  readonly label: string
  readonly current: string | null
}) => {
  const listed = layout.states.some((s) => s.number !== null)
  return (
    <ChartSvg className={className} width={layout.width} height={layout.height} label={label}>
      {layout.states.map(({ state, x, number, lines, y }) => (
        <g key={state.id}>
          <path className="zone" d={`M${x} ${layout.top + 8}V${layout.height - 8}`} />
          {lines.map((line, i) => (
            <text key={line} className="t-b" x={listed ? 26 : Math.max(0, x - 9)} y={y + i * 18}>
              {line}
            </text>
          ))}
          {listed && (
            <>
              <text className="t-nb" x="0" y={y}>
                {number}
              </text>
              <text className="t-nb mid halo" x={x} y={layout.top - 16}>
                {number}
              </text>
            </>
          )}
          {state.initial ? (
            <>
              <circle className="hollow" cx={x} cy={layout.top} r="7.5" />
              <circle className="ink" cx={x} cy={layout.top} r="3.5" />
            </>
          ) : (
            <circle className={state.final ? 'ink' : 'hollow'} cx={x} cy={layout.top} r="6" />
          )}
          {state.id === current && <circle className="here" cx={x} cy={layout.top} r="11" />}
          {state.final && <path className="line" d={`M${x - 8} ${layout.height - 8}H${x + 8}`} />}
        </g>
      ))}
      {layout.acts.map((a) => (
        <g key={a.key}>
          {a.loop ? (
            <>
              <path className="line" d={`M${a.from} ${a.y}H${a.from + 18}a7 7 0 0 1 0 14H${a.from + 8}`} />
              <path className="ink" d={`M${a.from + 1} ${a.y + 14}l9 -4.5v9z`} />
            </>
          ) : (
            <>
              <path className="line" d={`M${a.from} ${a.y}H${a.to + (a.to > a.from ? -9 : 9)}`} />
              <path className="ink" d={a.to > a.from ? `M${a.to - 1} ${a.y}l-10 -5v10z` : `M${a.to + 1} ${a.y}l10 -5v10z`} />
            </>
          )}
          <circle className="ink" cx={a.from} cy={a.y} r="3.5" />
          {a.lines.map((l) => (
            <text key={l.text} className={`${l.quiet ? 't-s' : 't-2'} halo ${l.anchor}`} x={l.x} y={l.y}>
              {l.text}
            </text>
          ))}
        </g>
      ))}
    </ChartSvg>
  )
}
