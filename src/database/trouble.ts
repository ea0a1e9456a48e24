import type { Text } from '../kernel/text.ts'

/** What the surroundings refuse (a folder, a server, a port): said plainly to whoever starts the program, in their language. Not a defect. */
export class Trouble extends Error {
  readonly text: Text

  constructor(text: Text, options?: ErrorOptions) {
    super(text.en, options)
    this.name = 'Trouble'
    this.text = text
  }
}

/** Was the line to the database cut, or the database stopped, while something was asked of it? */
export const isCutOff = (error: unknown): boolean => {
  const { code, message } = error as { code?: string; message?: string }
  return (
    ['57P01', '57P02', '57P03', '08003', '08006', 'ECONNRESET', 'ECONNREFUSED', 'EPIPE'].includes(code ?? '') ||
    message?.startsWith('Connection terminated') === true
  )
}
