import { say } from './words.ts'

const wait = 1500
const timers = new WeakMap<HTMLFormElement, ReturnType<typeof setTimeout>>()
const pending = new Set<HTMLFormElement>()

const draftForm = (target: EventTarget | null): HTMLFormElement | null =>
  target instanceof Element ? target.closest<HTMLFormElement>('form[data-draft]') : null

/** Saves drafts of forms that ask for it (`data-draft="/drafts/<key>"`), a moment after the last letter, and says so in the form. */
export const saveDrafts = (): void => {
  document.addEventListener('input', (event) => {
    const form = draftForm(event.target)
    if (!form) return
    clearTimeout(timers.get(form))
    pending.add(form)
    timers.set(
      form,
      setTimeout(() => void save(form), wait),
    )
  })
  // What is handed in needs no draft any more.
  document.addEventListener('submit', (event) => {
    const form = draftForm(event.target)
    if (form) forget(form)
  })
  for (const leaving of ['turbo:before-visit', 'pagehide']) {
    addEventListener(leaving, () => {
      for (const form of pending) void save(form, true)
    })
  }
}

const forget = (form: HTMLFormElement): void => {
  clearTimeout(timers.get(form))
  pending.delete(form)
}

const save = async (form: HTMLFormElement, leaving = false): Promise<void> => {
  forget(form)
  const fields = new URLSearchParams()
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') fields.append(name, value)
  const address = form.dataset['draft'] ?? ''
  try {
    const answer = await fetch(address, {
      method: 'POST',
      body: fields,
      headers: { Accept: 'application/json' },
      credentials: 'same-origin',
      keepalive: leaving,
    })
    if (!answer.ok) throw new Error(String(answer.status))
    const { saved } = (await answer.json()) as { saved?: string }
    tell(form, say().saved(clock(saved ? new Date(saved) : new Date())))
  } catch {
    tell(form, say().notSaved)
  }
}

const clock = (at: Date): string => `${at.getHours()}.${String(at.getMinutes()).padStart(2, '0')}`

const tell = (form: HTMLFormElement, text: string): void => {
  const status = form.querySelector('[data-draft-status]')
  if (status) status.textContent = text
}
