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
