import type { Refusal } from '../kernel/refusal.ts'
import { words } from './words.ts'

/** What keeps a comment from being stored: its length, or characters that the database cannot hold. */
export const commentProblems = (comment: string): readonly Refusal[] => {
  if (comment.length > 5000) return [{ code: 'comment.too_long', field: 'comment', text: words.commentTooLong }]
  if (comment.includes('\u0000') || !comment.isWellFormed()) return [{ code: 'comment.unreadable', field: 'comment', text: words.commentUnreadable }]
  return []
}
