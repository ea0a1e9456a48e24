// Turbo adds a style element for its progress bar while it is loaded. The content security policy refuses that, with an error in the
// console; the bar's style is in our style sheet. So style elements are kept out of the head until Turbo is there.
const head = document.head
const insert = head.insertBefore
head.insertBefore = <T extends Node>(node: T, before: Node | null): T => (node instanceof HTMLStyleElement ? node : (insert.call(head, node, before) as T))

/** Lets everything into the head again. */
export const openHead = (): void => {
  Reflect.deleteProperty(head, 'insertBefore')
}
