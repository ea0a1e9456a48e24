/** The name of a field of an act's form on the desk; `about` where several of the same act stand on a page. */
export const fieldOf = (act: string, name: string, about?: string): string => `${act}.${name}${about ? `.${about}` : ''}`
