import type pg from 'pg'

/** A statement with its values. */
export interface Question {
  readonly sql: string
  readonly parameters: readonly unknown[]
}

/** What is asked of the database through the pool while `ask` goes on. */
export const questionsOf = async (pool: pg.Pool, ask: () => Promise<unknown>): Promise<readonly Question[]> => {
  const asked: Question[] = []
  const connect = pool.connect.bind(pool) as () => Promise<pg.PoolClient>
  const tapped = async (): Promise<pg.PoolClient> => {
    const client = await connect()
    return new Proxy(client, {
      get: (target, name) =>
        name === 'query'
          ? (sql: string, parameters: unknown[]) => {
              asked.push({ sql, parameters })
              return target.query(sql, parameters)
            }
          : (Reflect.get(target, name, target) as unknown),
    })
  }
  pool.connect = tapped as typeof pool.connect
  await ask()
  pool.connect = connect as typeof pool.connect
  return asked
}
