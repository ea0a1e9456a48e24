/** Something that was told to every process when a transaction had committed. */
export interface LiveEvent {
  readonly kind: 'event'
  /** Foreign to every other event: what a browser gives back as Last-Event-ID. */
  readonly id: string
  readonly topic: string
  /** Small and never secret: ids and numbers, from which whoever may see them loads the rest. */
  readonly payload: unknown
}

/**
 * What a subscriber hears: an event; `missed`, when something may have been told that was not heard (load anew); `closing`, when
 * the process is about to stop and whoever listens should go to another.
 */
export type LiveNews = LiveEvent | { readonly kind: 'missed' } | { readonly kind: 'closing' }

/** The ear of one process: all its subscribers share one connection to the database. */
export interface Live {
  /**
   * Hears everything told about `topic` from now on, or from after the event `after`, in the order it was committed. What lies
   * between is told before this returns; where that can no longer be known, `missed` is. Gives the way to stop hearing.
   */
  subscribe(topic: string, hear: (news: LiveNews) => void, after?: string | null): () => void
  /** Id of the newest event heard about anything, to subscribe from later; '' when none can be told yet. */
  mark(): string
}
