import type { View } from './view.ts'

/** The hidden field that proves that a form came from our own page. Every form that posts has it. */
export const Csrf = ({ view }: { readonly view: View }) => <input type="hidden" name="_csrf" value={view.csrf} />
