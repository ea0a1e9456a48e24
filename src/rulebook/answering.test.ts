import { describe, expect, it } from 'vitest'
import type { Role } from '../kernel/who.ts'
import { answeringFor, type Holder } from './answering.ts'

const chain = [
  { nodeId: 'unit', body: false },
  { nodeId: 'department', body: false },
  { nodeId: 'board', body: true },
]
const holding = (nodeId: string, role: Role): Holder => ({ postId: `${role} ${nodeId}`, personId: `person ${role}`, nodeId, role })
const answers = (from: number, ...posts: readonly Holder[]): readonly string[] =>
  answeringFor(chain.slice(from), (nodeId) => posts.filter((p) => p.nodeId === nodeId)).map((h) => h.postId)

const unitHead = holding('unit', 'unit_head')
const head = holding('department', 'department_head')
const secretary = holding('board', 'secretary')
const registrar = holding('board', 'registrar')
const chair = holding('board', 'chair')
const others = [holding('unit', 'officer'), holding('department', 'controller'), holding('board', 'member')]

describe('who answers for what a unit or body owes', () => {
  it('is whoever leads the unit', () => expect(answers(0, unitHead, head, secretary, ...others)).toEqual(['unit_head unit']))
  it('is the nearest above who leads, when the unit has nobody', () => expect(answers(0, head, secretary, ...others)).toEqual(['department_head department']))
  it('is the office of the body for units without anybody', () => expect(answers(0, secretary, registrar, chair, ...others)).toHaveLength(2))
  it('is the office for the body itself, not its departments’ heads', () => expect(answers(2, head, secretary, chair)).toEqual(['secretary board']))
  it('is the chair where there is no office', () => expect(answers(2, head, chair)).toEqual(['chair board']))
  it('is nobody where nobody holds such a post', () => expect(answers(0, ...others)).toEqual([]))
})
