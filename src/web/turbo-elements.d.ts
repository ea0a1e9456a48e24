import 'react'

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      /** Turbo's own element: a stream of server-sent events that changes the page. */
      'turbo-stream-source': { readonly src: string; readonly id?: string }
    }
  }
}
