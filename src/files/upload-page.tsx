import { Acts, Button } from '../web/components/button.tsx'
import type { FormState } from '../web/components/form-state.ts'
import { FileField, TextField } from '../web/components/inputs.tsx'
import { Problems } from '../web/components/problems.tsx'
import { PageHead, Section } from '../web/components/section.tsx'
import { Csrf } from '../web/csrf.tsx'
import { Shell } from '../web/shell.tsx'
import type { View } from '../web/view.ts'
import type { Attachment } from './attachment.ts'
import { words } from './words.ts'

interface UploadPageProps {
  readonly view: View
  readonly form: FormState
  /** What the files are attached to: its name, and its page. */
  readonly home: { readonly name: string; readonly href: string }
  /** The attachment that gets a new version. */
  readonly replaces: Attachment | undefined
}

const accepted = '.pdf,.docx,.xlsx,.odt,.png,.jpg,.jpeg,.txt,.csv'

/** The form that takes files. The token stands first: the door reads it before it takes in any file. */
export const UploadPage = ({ view, form, home, replaces }: UploadPageProps) => {
  const title = view.t(replaces ? words.newVersionOf(replaces.title) : words.attach)
  const again = form.refusals.length > 0 ? ` ${view.t(words.again)}` : ''
  return (
    <Shell view={view} title={title} question={1} room="cases">
      <PageHead kicker={home.name} title={title} />
      <Problems form={form} title={(n) => view.t(words.problems(n))} />
      <form method="post" encType="multipart/form-data">
        <Csrf view={view} />
        <Section id="files" title={view.t(replaces ? words.file : words.files)} intro={view.t(words.secrecyHint)}>
          <FileField
            form={form}
            name="files"
            label={view.t(replaces ? words.file : words.files)}
            hint={`${view.t(words.filesHint)}${again}`}
            accept={accepted}
            multiple={!replaces}
          />
          <TextField form={form} name="title" required={false} label={view.t(words.name)} hint={view.t(words.titleHint)} />
          <Acts>
            <Button>{view.t(words.attach)}</Button>
            <a href={home.href}>{view.t(words.cancel)}</a>
          </Acts>
        </Section>
      </form>
    </Shell>
  )
}
