import type { Letter } from '../jobs/deliver-mail.ts'
import { Empty, Facts, PageHead, Section } from '../web/components/section.tsx'
import { Shell } from '../web/shell.tsx'
import type { View } from '../web/view.ts'
import type { MailRow } from './mail-list.ts'
import { MailStatus } from './mail-table.tsx'
import { reminderWords as words } from './words.ts'

interface LetterPageProps {
  readonly view: View
  readonly mail: MailRow & { readonly address: string }
  /** Null when there is nothing left to tell. */
  readonly letter: Letter | null
}

/** One of one's own letters, as it would be written now. */
export const LetterPage = ({ view, mail, letter }: LetterPageProps) => (
  <Shell view={view} title={view.t(words.letterOf(mail.day))}>
    <PageHead
      kicker={<a href="/account/reminders">{view.t(words.back)}</a>}
      title={view.t(words.letterOf(mail.day))}
      lead={view.t(letter ? words.letterLead : words.letterEmpty)}
    />
    <Section id="letter" title={view.t(words.letter)}>
      <Facts
        facts={[
          { name: view.t(words.to), value: mail.address },
          letter && { name: view.t(words.subject), value: letter.subject },
          { name: view.t(words.state), value: <MailStatus view={view} state={mail.state} /> },
        ]}
      />
      {letter ? <Written text={letter.text} locale={letter.locale} /> : <Empty>{view.t(words.letterEmpty)}</Empty>}
    </Section>
  </Shell>
)

/** The letter's text with its addresses as links. */
const Written = ({ text, locale }: { readonly text: string; readonly locale: string }) => (
  <div className="lines" lang={locale}>
    {text.split(/(https?:\/\/\S+)/).map((part, i) =>
      part.startsWith('http') && !part.includes('/unsubscribe/') ? (
        <a key={i} href={new URL(part).pathname}>
          {part}
        </a>
      ) : (
        part
      ),
    )}
  </div>
)
