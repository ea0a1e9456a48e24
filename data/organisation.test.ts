import { describe, expect, test } from 'vitest'
import { all, appointments, decisionKeys, keys, nodeKeys, nodes, personKeys, persons, postKeys, posts, today, unknown } from './read.ts'

/** Who serves in the body today, substitutes not counted. */
const serving = (body: string) =>
  appointments.filter(
    (a) => posts.some((p) => p.key === a.post && p.node === body && p.seat && p.role !== 'substitute') && a.from <= today && (a.to ?? '9') > today,
  )

describe('organisation', () => {
  test('keys are unique', () => {
    for (const rows of [nodes, posts, persons]) expect(keys(rows).size).toBe(rows.length)
  })
  test('a parent holds as long as its child', () => {
    const byKey = new Map(nodes.map((n) => [n.key, n]))
    const outlive = nodes.filter((n) => {
      const p = n.parent === undefined ? undefined : byKey.get(n.parent)
      return n.parent !== undefined && (!p || p.from > n.from || (p.to !== undefined && (n.to === undefined || n.to > p.to)))
    })
    expect(outlive).toEqual([])
  })
  test('what ended has successors, and shares of a split are a whole or known of none', () => {
    const successions = all<{ from: string; to: string; on: string; kind: string; share?: number | null }>('successions')
    expect(
      unknown(
        successions.flatMap((s) => [s.from, s.to]),
        nodeKeys,
      ),
    ).toEqual([])
    expect(nodes.filter((n) => n.to && !successions.some((s) => s.from === n.key && s.on === n.to)).map((n) => n.key)).toEqual([])
    for (const from of new Set(successions.filter((s) => s.kind === 'split').map((s) => s.from))) {
      const shares = successions.filter((s) => s.from === from).map((s) => s.share)
      if (shares.some((share) => share !== null)) expect(shares.reduce<number>((sum, share) => sum + Math.round((share ?? 0) * 100), 0)).toBe(100)
    }
  })
  test('posts and appointments name what exists, one holder at a time', () => {
    expect(
      unknown(
        posts.map((p) => p.node),
        nodeKeys,
      ),
    ).toEqual([])
    expect(
      unknown(
        appointments.map((a) => a.post),
        postKeys,
      ),
    ).toEqual([])
    expect(
      unknown(
        appointments.map((a) => a.person),
        personKeys,
      ),
    ).toEqual([])
    expect(
      unknown(
        appointments.map((a) => a.decision),
        decisionKeys,
      ),
    ).toEqual([])
    const clash = appointments.filter((a, i) => appointments.some((b, j) => i < j && a.post === b.post && a.from < (b.to ?? '9') && b.from < (a.to ?? '9')))
    expect(clash).toEqual([])
    // Everybody holds a post: by an appointment of the file, or elected by a clause.
    const elects = all<{ clauses: readonly { kind: string; persons?: string }[] }>('decisions').flatMap((d) =>
      d.clauses.flatMap((c) => (c.kind === 'elect' ? (c.persons ?? '') : [])),
    )
    const held = new Set(appointments.map((a) => a.person))
    expect(persons.filter((p) => !held.has(p.key) && !elects.some((e) => e.includes(`${p.given} ${p.family}`))).map((p) => p.key)).toEqual([])
    const elected = new Set(['chair', 'vice_chair', 'second_vice_chair', 'member'])
    for (const n of nodes.filter((x) => x.seats))
      expect(posts.filter((p) => p.node === n.key && elected.has(p.role)).length, n.key).toBeLessThanOrEqual(n.seats ?? 0)
  })
  test('the whole boards are whole, and roles of the demonstration have holders', () => {
    expect([serving('aln').length, serving('ks').length, serving('gbg-ks').length]).toEqual([11, 15, 13])
    const roles = all<{ role: string; person: string | null; post?: string }>('demoRoles')
    expect(roles).toHaveLength(8)
    for (const r of roles.filter((x) => x.person))
      expect(
        appointments.some((a) => a.person === r.person && a.post === r.post),
        r.role,
      ).toBe(true)
  })
})
