import type { ClaimRule } from './identity-config.ts'

/** What a provider has said about somebody, after its signature, issuer, audience and nonce have been checked. */
export type Claims = Readonly<Record<string, unknown>>

/** Longer values are no names of groups, and no pattern is tried on them. */
const longest = 300

/** The claim of that name, or of that path where names are nested: 'realm_access.roles'. */
const claimAt = (claims: Claims, name: string): unknown => {
  if (Object.hasOwn(claims, name)) return claims[name]
  let found: unknown = claims
  for (const step of name.split('.')) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, step)) return undefined
    found = (found as Claims)[step]
  }
  return found
}

/** The values of a claim as texts: one, or each of a list; numbers and true as they are written. Anything else says nothing. */
export const valuesOf = (claims: Claims, name: string): readonly string[] =>
  [claimAt(claims, name)]
    .flat()
    .filter((value) => ['string', 'number', 'boolean'].includes(typeof value))
    .map((value) => String(value).replaceAll('\u0000', '').trim())
    .filter((value) => value !== '' && value.length <= longest)

/** The first value, or ''. */
export const valueOf = (claims: Claims, name: string): string => valuesOf(claims, name)[0] ?? ''

const holds = (rule: ClaimRule, claims: Claims): boolean =>
  valuesOf(claims, rule.claim).some((value) => ('value' in rule ? value === rule.value : rule.pattern.test(value)))

/** The rules whose condition the claims fulfil. */
export const rulesThatHold = (rules: readonly ClaimRule[], claims: Claims): readonly ClaimRule[] => rules.filter((rule) => holds(rule, claims))

/** The rule in a line, as it is kept with what it gave: 'groups = registry-aln → aln-registrator'. */
export const ruleLine = (rule: ClaimRule): string =>
  `${rule.claim} ${'value' in rule ? `= ${rule.value}` : `~ ${rule.pattern.source}`} → ${'post' in rule ? rule.post : `${rule.role} in ${rule.body}`}`
