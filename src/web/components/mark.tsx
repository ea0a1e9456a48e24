/** The marks of stations, steps and states. Errors and lights have signs of their own. */
export const marks = ['decision', 'done', 'half', 'open', 'gap', 'none', 'stop'] as const
export type MarkName = (typeof marks)[number]
export const lightSigns = ['ok', 'warn', 'stop', 'unknown'] as const
export type LightSign = (typeof lightSigns)[number]

/** The drawings that marks and lights refer to. Once a page, first in the body. */
export const MarkSprite = () => (
  <svg className="sprite" width="0" height="0" aria-hidden="true" focusable="false">
    <defs>
      <symbol id="m-decision" viewBox="0 0 20 20">
        <circle cx="10" cy="10" r="8.75" className="pap" stroke="currentColor" strokeWidth="2" />
        <circle cx="10" cy="10" r="5" fill="currentColor" />
      </symbol>
      <symbol id="m-done" viewBox="0 0 16 16">
        <circle cx="8" cy="8" r="6.5" fill="currentColor" />
      </symbol>
      <symbol id="m-half" viewBox="0 0 16 16">
        <circle cx="8" cy="8" r="5.6" className="pap" stroke="currentColor" strokeWidth="1.8" />
        <path d="M8 2.4a5.6 5.6 0 0 1 0 11.2z" fill="currentColor" />
      </symbol>
      <symbol id="m-open" viewBox="0 0 16 16">
        <circle cx="8" cy="8" r="5.6" className="pap" stroke="currentColor" strokeWidth="1.8" />
      </symbol>
      <symbol id="m-gap" viewBox="0 0 16 16">
        <g fill="none" stroke="currentColor" strokeWidth="2.4">
          <path d="M4.6 3.4A5.7 5.7 0 0 0 5.9 13.3" />
          <path d="M11.4 12.6A5.7 5.7 0 0 0 10.1 2.7" />
        </g>
      </symbol>
      <symbol id="m-none" viewBox="0 0 16 16">
        <circle cx="8" cy="8" r="5.6" className="pap" stroke="currentColor" strokeWidth="1.8" strokeDasharray="1.7 2.7" />
      </symbol>
      <symbol id="m-stop" viewBox="0 0 16 16">
        <path d="M3 8h9M12 3v10" fill="none" stroke="currentColor" strokeWidth="2" />
      </symbol>
      <symbol id="l-ok" viewBox="0 0 16 16">
        <circle cx="8" cy="8" r="7.5" fill="currentColor" />
        <path d="M4.6 8.3l2.4 2.4 4.6-5" fill="none" className="knock" strokeWidth="1.9" />
      </symbol>
      <symbol id="l-warn" viewBox="0 0 16 16">
        <path d="M8 1l7.6 14H.4z" fill="currentColor" />
        <path d="M8 6v4.4M8 11.6v1.8" className="knock" strokeWidth="1.8" />
      </symbol>
      <symbol id="l-stop" viewBox="0 0 16 16">
        <rect x="1" y="1" width="14" height="14" fill="currentColor" />
        <path d="M4.5 8h7" className="knock" strokeWidth="2.2" />
      </symbol>
      <symbol id="l-unknown" viewBox="0 0 16 16">
        <circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" strokeWidth="1.8" strokeDasharray="2.6 2.2" />
      </symbol>
    </defs>
  </svg>
)

/** One mark, for the eye only: it always stands beside its words. */
export const Mark = ({ name }: { readonly name: MarkName }) => (
  <svg className={`mk mk--${name}`} aria-hidden="true">
    <use href={`#m-${name}`} />
  </svg>
)

/** The sign of a light, for the eye only. */
export const LightMark = ({ sign }: { readonly sign: LightSign }) => (
  <svg className="mk" aria-hidden="true">
    <use href={`#l-${sign}`} />
  </svg>
)
