import { z } from 'zod'
import type { Refusal, Verdict } from '../kernel/refusal.ts'
import type { Ctx } from '../web/view.ts'
import { words } from './words.ts'

export const textShape = z.object({ sv: z.string(), en: z.string(), fi: z.string().optional() })
/** Why something was refused, as the pages tell it too. */
export const refusalShape = z.object({
  code: z.string(),
  field: z.string().optional().meta({ description: 'Name of the field to mend' }),
  text: textShape,
  law: z.string().optional().meta({ description: 'Section of law that it rests on: "KL 5:1"' }),
  mend: textShape.optional().meta({ description: 'What to do instead' }),
})
export const refusalsShape = z.object({ refusals: z.array(refusalShape) })

export type RefusedStatus = 403 | 404 | 409 | 422

/** 409 where somebody else was first, 404 where there is no such thing, 403 where it is not this person's to do or only a decision does it, else 422. */
export const statusOf = (refusals: readonly Refusal[]): RefusedStatus => {
  const has = (test: (code: string) => boolean): boolean => refusals.some(({ code }) => test(code))
  if (has((code) => code === 'entry.conflict')) return 409
  if (has((code) => code === 'entry.unknown')) return 404
  return has((code) => code.startsWith('access.') || code === 'entry.needs_clause') ? 403 : 422
}

/** The refusals as JSON, with what else the client needs to go on (the entry as it is now, at a conflict). */
export const refuse = (c: Ctx, refusals: readonly Refusal[], more: Readonly<Record<string, unknown>> = {}): Response =>
  c.json({ refusals, ...more }, statusOf(refusals))

/** 404 in the words of every refusal, also for what the reader may not know of. */
export const notFound = (c: Ctx): Response => refuse(c, [{ code: 'entry.unknown', text: words.notFound }])

/** Reads a JSON body of the given shape: every problem at once, each with the path to what is wrong. Never throws on what was sent. */
export const readBody = async <T>(c: Ctx, shape: z.ZodType<T>): Promise<Verdict<T>> => {
  let body: unknown
  try {
    body = JSON.parse(await c.req.text())
  } catch {
    return { ok: false, refusals: [{ code: 'body.unreadable', text: words.notJson }] }
  }
  const parsed = shape.safeParse(body)
  if (parsed.success) return { ok: true, value: parsed.data }
  return {
    ok: false,
    refusals: parsed.error.issues.map((issue) => {
      const field = issue.code === 'unrecognized_keys' ? issue.keys.join(', ') : issue.path.join('.')
      return { code: 'body.wrong', ...(field ? { field } : {}), text: words.wrongBody(field) }
    }),
  }
}

/** The version that the client saw: of the body, or else of the header If-Match. Null when neither tells one. */
export const versionSeen = (c: Ctx, inBody: number | undefined): number | null => {
  if (inBody !== undefined) return inBody
  const m = /^(?:W\/)?"(\d{1,9})"$/.exec(c.req.header('if-match')?.trim() ?? '')
  return m ? Number(m[1]) : null
}
