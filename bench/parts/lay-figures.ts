import type pg from 'pg'
import { withoutHistory } from './lay.ts'

/** The shape of a municipality in three steps below the top, and for how many months each of its units has figures. */
export interface FiguresShape {
  readonly boards: number
  readonly areasOf: number
  readonly unitsOf: number
  readonly months: number
  readonly series: number
}

const tree = ({ boards, areasOf, unitsOf }: FiguresShape): readonly string[] => [
  `insert into node select md5('n0')::uuid, 'kommunen', 'municipality'`,
  `insert into node select md5('b' || b)::uuid, 'b' || b, 'board' from generate_series(1, ${boards}) b`,
  `insert into node select md5('a' || a)::uuid, 'a' || a, 'unit' from generate_series(1, ${boards * areasOf}) a`,
  `insert into node select md5('u' || u)::uuid, 'u' || u, 'unit' from generate_series(1, ${boards * areasOf * unitsOf}) u`,
  `insert into node_version
     select id, '[2010-01-01,)', slug, slug, slug, case left(slug, 1) when 'b' then md5('n0')::uuid
            when 'a' then md5('b' || (1 + (substr(slug, 2)::int - 1) / ${areasOf}))::uuid
            when 'u' then md5('a' || (1 + (substr(slug, 2)::int - 1) / ${unitsOf}))::uuid end, null from node`,
]

const measures = ({ series }: FiguresShape): readonly string[] => [
  `insert into thing select md5('s' || s)::uuid, 'series', null, null, 'Mått ' || s, md5('n0')::uuid, '2011-01-01', null from generate_series(1, ${series}) s`,
  `insert into series (id, slug, name_sv, name_en, unit_sv, unit_en, money, decimals, direction, over_time, over_tree, source, period_kind)
     select md5('s' || s)::uuid, 's' || s, 'Mått ' || s, 'Mått ' || s, 'st', 'st', false, 0, 'up', 'sum', 'sum', 'bänk', 'month' from generate_series(1, ${series}) s`,
]

const figuresOf = (s: number, { boards, areasOf, unitsOf, months }: FiguresShape): string => `
  insert into figure (id, series_id, node_id, period, version, value, status, source, recorded_by, recorded_on)
    select gen_random_uuid(), md5('s${s}')::uuid, md5('u' || u)::uuid, to_char(d, 'YYYY"M"MM'), 1, 10 + (u * 7 + ${s} * 13 + extract(month from d)::int) % 90, 'final', 'bänk', 'system:bench', d::date
      from generate_series('2026-04-01'::date - interval '${months - 1} months', '2026-04-01'::date, '1 month') d, generate_series(1, ${boards * areasOf * unitsOf}) u`

/** Lays a tree of units, and for each measure a figure of every unit and month to April 2026. The indexes are made when the rows are there. */
export const layFigures = async (owner: pg.Client, shape: FiguresShape): Promise<void> => {
  await owner.query('drop index figure_columns; drop index figure_node')
  const figures = Array.from({ length: shape.series }, (_, s) => figuresOf(s + 1, shape))
  await withoutHistory(owner, ['node', 'node_version', 'thing', 'series', 'figure'], [...tree(shape), ...measures(shape), ...figures])
  await owner.query(
    `create index figure_node on figure (node_id, series_id); create index figure_columns on figure (series_id, period, node_id, version desc) include (value)`,
  )
}
