import type { SeriesInput } from '../figures/define-series.ts'
import { period, type Period } from '../kernel/period.ts'
import type { Direction } from '../rulebook/light.ts'
import type { Text } from '../kernel/text.ts'
import type { Organisation } from './organisation.ts'
import { idsOf } from './random.ts'
import { type Sector, text } from './sector.ts'

/** A series that is made, with who reports it. */
export interface MadeSeries {
  readonly id: string
  readonly key: string
  readonly name: Text
  readonly direction: Direction | null
  readonly kind: 'month' | 'tertial' | 'year'
  readonly input: SeriesInput
  /** Reported by the units of the sector; by all departments and areas where null. */
  readonly sector: Sector | null
  readonly usual: number
  readonly growth: number
}

/** The last period of a year. */
export const periodIn = ({ kind }: Pick<MadeSeries, 'kind'>, year: number): Period => period(`${year}${{ month: 'M12', tertial: 'T3', year: '' }[kind]}`)

const readers = text('Nämnd, förvaltningsledning och revisorer', 'Board, management and auditors')

/** Every series: what each sector counts, and what all units report: days of work and of sick leave with their ratio, and net cost. */
export const makeSeries = ({ seed, from, municipality, executive, places }: Organisation): readonly MadeSeries[] => {
  const made = (
    key: string,
    sector: Sector | null,
    told: Partial<SeriesInput> & Pick<SeriesInput, 'name' | 'unit' | 'kind' | 'overTime' | 'overTree' | 'purpose'>,
    usual: number,
    growth: number,
  ): MadeSeries => {
    const id = idsOf(seed, `series/${key}`, from).next()
    const input: SeriesInput = {
      decimals: 0,
      direction: null,
      askedBy: executive,
      readers,
      source: 'Verksamhetssystem',
      nodeId: municipality,
      id,
      slug: key,
      day: from,
      ...told,
    }
    return { id, key, name: input.name, direction: input.direction, kind: input.kind as MadeSeries['kind'], input, sector, usual, growth }
  }
  const purpose = text('Uppföljning av arbetsmiljön', 'Follow-up of the working environment')
  const days = text('dagar', 'days')
  const sick = made(
    'sjukdagar',
    null,
    {
      name: text('Sjukdagar', 'Days of sick leave'),
      unit: days,
      kind: 'tertial',
      overTime: 'sum',
      overTree: 'sum',
      direction: 'down',
      purpose,
      source: 'Lönesystem',
    },
    130,
    -0.004,
  )
  const work = made(
    'arbetsdagar',
    null,
    {
      name: text('Ordinarie arbetsdagar', 'Ordinary working days'),
      unit: days,
      kind: 'tertial',
      overTime: 'sum',
      overTree: 'sum',
      purpose,
      source: 'Lönesystem',
    },
    1750,
    0.004,
  )
  const share = made(
    'sjukfranvaro',
    null,
    {
      name: text('Sjukfrånvaro', 'Sick leave'),
      unit: text('%', '%'),
      kind: 'tertial',
      decimals: 1,
      overTime: 'ratio',
      overTree: 'ratio',
      direction: 'down',
      numeratorId: sick.id,
      denominatorId: work.id,
      purpose,
      source: 'Lönesystem',
    },
    0,
    0,
  )
  const cost = made(
    'nettokostnad',
    null,
    {
      name: text('Nettokostnad', 'Net cost'),
      unit: text('tkr', 'tkr'),
      money: true,
      kind: 'month',
      overTime: 'sum',
      overTree: 'sum',
      direction: 'hold',
      purpose: text('Uppföljning av budgeten', 'Follow-up of the budget'),
      source: 'Ekonomisystem',
    },
    190_000_000,
    0.031,
  )
  const counted = places.flatMap(({ sector }) =>
    sector.counted.map((c) =>
      made(
        c.key,
        sector,
        {
          name: c.name,
          unit: c.unit,
          kind: c.kind,
          decimals: c.decimals,
          direction: c.direction,
          overTime: c.overTime,
          overTree: c.overTree,
          purpose: c.purpose,
        },
        c.usual,
        c.growth,
      ),
    ),
  )
  return [sick, work, share, cost, ...counted]
}
