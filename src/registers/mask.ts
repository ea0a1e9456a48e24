import type { Day } from '../kernel/day.ts'
import type { Who } from '../kernel/who.ts'
import { may, type Subject } from '../rulebook/policy.ts'
import type { AnyDefinition } from './define.ts'
import type { Entry } from './entry.ts'
import { fieldOf } from './shown.ts'

/** The fields of a register that need a right of their own, each with its section of OSL. */
export const secretFields = (definition: Pick<AnyDefinition, 'fields'>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.keys(definition.fields.shape).flatMap((name) => {
      const secret = fieldOf(definition, name)?.secret
      return secret ? [[name, secret]] : []
    }),
  )

/** The secret fields that this reader may not read of a thing, each with its section: the policy is asked as of a secret thing. */
export const hiddenFields = (definition: Pick<AnyDefinition, 'fields'>, subject: Subject, who: Who, today: Day): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(secretFields(definition)).filter(([, section]) => may(who, 'see', { ...subject, secrecy: section }, today).length > 0))

/** A row without the fields that are hidden. */
export const withoutFields = <T extends Readonly<Record<string, unknown>>>(data: T, hidden: Readonly<Record<string, string>>): T =>
  Object.fromEntries(Object.entries(data).filter(([name]) => !Object.hasOwn(hidden, name))) as T

/** The entry as this reader may read it: pages, API, exports and mail show nothing else. */
export const maskedEntry = (definition: AnyDefinition, entry: Entry, subject: Subject, who: Who, today: Day): Entry => ({
  ...entry,
  data: withoutFields(entry.data, hiddenFields(definition, subject, who, today)),
})
