import { hemicycleLayout } from './hemicycle-layout.ts'

/** One seat: whose party, and how it voted. `none` where nothing is known or nothing has been voted. */
export interface HemicycleSeat {
  readonly party: string
  readonly choice: 'yes' | 'no' | 'abstain' | 'absent' | 'none'
}

interface HemicycleProps {
  /** In the order they sit, from left to right. */
  readonly seats: readonly HemicycleSeat[]
  /** Accessible name: what it shows, with the numbers; its table stands beside. */
  readonly label: string
  /** Set large in the middle: '55–19'. */
  readonly middle?: string
}

/** A chamber seen from above: yes is filled, no a ring, abstaining half filled, absent a dashed ring; never colour alone. */
export const Hemicycle = ({ seats, label, middle }: HemicycleProps) => {
  const { width, height, radius, places } = hemicycleLayout(Math.max(1, seats.length))
  const lettered = radius >= 11
  return (
    <svg className="hemicycle" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {seats.map((seat, i) => {
        const place = places[i]
        if (!place) return null
        const { x, y } = place
        return (
          <g key={`${x} ${y}`} className={`seat seat--${seat.choice}`}>
            <circle cx={x} cy={y} r={radius} />
            {seat.choice === 'abstain' && <path d={`M${x} ${y - radius}a${radius} ${radius} 0 0 1 0 ${radius * 2}z`} />}
            {lettered && (
              <text x={x} y={y + radius * 0.32} fontSize={radius * (seat.party.length > 2 ? 0.66 : 0.85)} textAnchor="middle">
                {seat.party}
              </text>
            )}
          </g>
        )
      })}
      {middle && (
        <text className="middle" x={width / 2} y={height - 12} textAnchor="middle">
          {middle}
        </text>
      )}
    </svg>
  )
}
