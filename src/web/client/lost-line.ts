import { say } from './words.ts'

/** Where it is told that a form did not reach the server; one in each form. */
const mark = 'lineLost'

const forget = (form: HTMLFormElement): void => form.querySelector(`[data-line-lost]`)?.remove()

/**
 * A form whose answer never came (the network was cut): the reader is told at the form that nothing is known to have been done, and can
 * send it again. What is sent twice is done once.
 */
export const tellLostLine = (): void => {
  document.addEventListener('turbo:submit-start', ({ target }) => {
    if (target instanceof HTMLFormElement) forget(target)
  })
  document.addEventListener('turbo:fetch-request-error', (event) => {
    const { target } = event
    if (!(target instanceof HTMLFormElement)) return
    event.preventDefault()
    forget(target)
    const told = document.createElement('p')
    told.className = 'note note--gap'
    told.dataset[mark] = ''
    told.setAttribute('role', 'alert')
    target.append(told)
    told.textContent = say().lineLost
  })
}
