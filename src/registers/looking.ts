import { type Secrets, seesSecretsOf } from '../access/visible.ts'
import type { Day } from '../kernel/day.ts'
import type { Who } from '../kernel/who.ts'
import type { Tree } from '../organisation/tree.ts'

/** Who looks, and when: whose secret entries the reader sees, and the day that lateness is told on. */
export interface Looking {
  readonly secretsOf: Secrets
  readonly today: Day
}

/** What this reader sees today. */
export const lookingOf = (who: Who, tree: Tree, today: Day): Looking => ({ today, secretsOf: seesSecretsOf(who, tree, today) })
