import { z } from 'zod'
import { Trouble } from '../database/trouble.ts'
import type { Text } from '../kernel/text.ts'
import { roles } from '../kernel/who.ts'
import { words } from './identity-words.ts'

const text = z.union([
  z
    .string()
    .min(1)
    .transform((name): Text => ({ sv: name, en: name })),
  z.strictObject({ sv: z.string().min(1), en: z.string().min(1) }),
])

/** A pattern must match the whole value, so that 'chef' does not give what 'stabschef' should. */
const pattern = z.string().transform((source, context) => {
  try {
    return new RegExp(`^(?:${source})$`, 'u')
  } catch {
    context.addIssue({ code: 'custom', message: 'not a regular expression' })
    return z.NEVER
  }
})

/** The elected are elected by the council or their body (KL 5:1), auditors too: no list of groups makes anybody one. */
const givenByGroup = roles.filter((role) => !['chair', 'vice_chair', 'second_vice_chair', 'member', 'substitute', 'auditor'].includes(role))

const rule = z.intersection(
  z.object({ claim: z.string().min(1) }),
  z.intersection(
    z.union([z.object({ value: z.string().min(1) }), z.object({ pattern })]),
    z.union([z.object({ post: z.string().min(1) }), z.object({ body: z.string().min(1), role: z.enum(givenByGroup) })]),
  ),
)

const isLoopback = ({ hostname }: URL): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
const issuer = z
  .string()
  .refine((typed) => URL.canParse(typed) && (new URL(typed).protocol === 'https:' || isLoopback(new URL(typed))), 'an address with https is needed')

const provider = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/, 'small letters, digits and hyphens'),
  name: text,
  issuer,
  clientId: z.string().min(1),
  clientSecret: z.string().min(1).optional(),
  /** Name of the environment's variable that holds the secret, so that the file need not. */
  clientSecretEnv: z.string().min(1).optional(),
  scope: z.string().default('openid profile email'),
  clockSkewSeconds: z.number().int().min(0).max(600).default(60),
  names: z.strictObject({ given: z.string(), family: z.string(), email: z.string() }).default({ given: 'given_name', family: 'family_name', email: 'email' }),
  /** How somebody who signs in for the first time is found among those already here; without it everybody is new. */
  link: z
    .union([
      z.strictObject({ to: z.literal('email'), claim: z.string().default('email'), verified: z.string().default('email_verified') }),
      z.strictObject({ to: z.literal('external_key'), claim: z.string().min(1) }),
    ])
    .optional(),
  rules: z.array(rule).default([]),
})

const file = z
  .strictObject({ localAccounts: z.boolean().default(true), providers: z.array(provider).default([]) })
  .refine(({ providers }) => new Set(providers.map((p) => p.id)).size === providers.length, { error: 'two providers have the same id', path: ['providers'] })
  .refine(({ localAccounts, providers }) => localAccounts || providers.length > 0, {
    error: 'without local accounts a provider is needed',
    path: ['providers'],
  })

export type ProviderConfig = z.infer<typeof provider>
export type ClaimRule = ProviderConfig['rules'][number]
export type IdentityConfig = z.infer<typeof file>

/** Where nothing is configured: accounts of our own. */
export const localOnly: IdentityConfig = { localAccounts: true, providers: [] }

/**
 * Reads the configuration of sign-in (docs/identity.md): JSON. Secrets may stand in the environment.
 * Throws Trouble that names every place that is wrong.
 */
export const readIdentityConfig = (json: string, env: Readonly<Record<string, string | undefined>>): IdentityConfig => {
  let raw: unknown
  try {
    raw = JSON.parse(json)
  } catch (error) {
    throw new Trouble(words.configNotJson((error as Error).message))
  }
  const read = file.safeParse(raw)
  if (!read.success) throw new Trouble(words.configBad(read.error.issues.map((issue) => `${issue.path.join('.') || '–'}: ${issue.message}`)))
  return {
    ...read.data,
    providers: read.data.providers.map((p) => {
      if (p.clientSecretEnv === undefined) return p
      const clientSecret = env[p.clientSecretEnv]
      if (!clientSecret) throw new Trouble(words.configBad([`${p.id}.clientSecretEnv: ${p.clientSecretEnv}`]))
      return { ...p, clientSecret }
    }),
  }
}
