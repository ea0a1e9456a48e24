/** The part of Turbo that we touch; the package has no types. */
declare module '@hotwired/turbo' {
  export const visit: (address: string) => void
}
