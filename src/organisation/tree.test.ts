import { describe, expect, it } from 'vitest'
import { day } from '../kernel/day.ts'
import { verbatim } from '../kernel/text.ts'
import { type NodeKind, treeOf } from './tree.ts'

const node = (id: string, kind: NodeKind, parentId: string | null) => ({ id, slug: id, kind, name: verbatim(id), short: id, parentId, seats: null })
const tree = treeOf(day('2022-05-17'), [
  node('boras', 'municipality', null),
  node('ks', 'executive_board', 'boras'),
  node('aln', 'board', 'boras'),
  node('su', 'committee', 'aln'),
  node('alf', 'department', 'aln'),
  node('unit', 'unit', 'alf'),
])

describe('the tree', () => {
  it.each([
    ['unit', ['unit', 'alf', 'aln']],
    ['aln', ['aln']],
    ['su', ['su', 'aln']],
    ['boras', ['boras']],
    ['unknown', ['unknown']],
  ])('the chain of %s is %j', (id, chain) => {
    expect(tree.chain(id)).toEqual(chain)
  })

  it('knows what lies below, and finds by address', () => {
    expect(tree.below('aln')).toEqual(['aln', 'su', 'alf', 'unit'])
    expect(tree.children('boras').map((n) => n.id)).toEqual(['ks', 'aln'])
    expect(tree.bySlug('alf')?.id).toBe('alf')
  })
})
