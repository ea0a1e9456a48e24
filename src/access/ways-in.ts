import { readFile } from 'node:fs/promises'
import { Trouble } from '../database/trouble.ts'
import type { WaysIn } from './config.ts'
import { localOnly, readIdentityConfig } from './identity-config.ts'
import { words } from './identity-words.ts'
import { openProvider } from './provider.ts'

/**
 * The ways to sign in, as the environment gives them: GENOMSLAG_IDENTITY is JSON or the name of a file with it, GENOMSLAG_URL the
 * address that readers see. Throws Trouble when either is wrong.
 */
export const readWaysIn = async (env: NodeJS.ProcessEnv, tell: WaysIn['tell']): Promise<WaysIn> => {
  const given = env['GENOMSLAG_IDENTITY']?.trim() ?? ''
  const json = given === '' || given.startsWith('{') ? given : await readText(given)
  const { localAccounts, providers } = json === '' ? localOnly : readIdentityConfig(json, env)
  return { localAccounts, providers: providers.map(openProvider), origin: readOrigin(env['GENOMSLAG_URL']), tell }
}

const readText = async (file: string): Promise<string> => {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    throw new Trouble(words.configUnreadable(file, (error as Error).message), { cause: error })
  }
}

const readOrigin = (typed: string | undefined): string | null => {
  if (!typed) return null
  const url = URL.canParse(typed) ? new URL(typed) : null
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search !== '') throw new Trouble(words.badUrl(typed))
  return url.origin
}
