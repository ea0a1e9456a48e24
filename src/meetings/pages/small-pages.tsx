import { ButtonLink } from '../../web/components/button.tsx'
import type { FormState } from '../../web/components/form-state.ts'
import { Problems } from '../../web/components/problems.tsx'
import { PageHead } from '../../web/components/section.tsx'
import { Shell } from '../../web/shell.tsx'
import type { View } from '../../web/view.ts'
import { pageWords as words } from './words.ts'

/** Says that an address leads to no meeting. */
export const MissingMeetingPage = ({ view }: { readonly view: View }) => (
  <Shell view={view} title={view.t(words.unknown)} question={1} room="meetings">
    <PageHead title={view.t(words.unknown)} lead={view.t(words.unknownText)}>
      <p>
        <a href="/meetings">{view.t(words.meetings)}</a>
      </p>
    </PageHead>
  </Shell>
)

/** Says why a ballot was not taken, or why somebody may not keep the meeting, with the way back to it. */
export const BallotRefusedPage = ({ view, meetingId, form }: { readonly view: View; readonly meetingId: string; readonly form: FormState }) => (
  <Shell view={view} title={view.t(words.meetings)} question={1} room="meetings">
    <PageHead title={view.t(words.meetings)} />
    <Problems form={form} title={(n) => view.t(words.problems(n))} after={null} />
    <p className="acts">
      <ButtonLink href={`/meetings/${meetingId}`}>{view.t(words.backToMeeting)}</ButtonLink>
    </p>
  </Shell>
)
