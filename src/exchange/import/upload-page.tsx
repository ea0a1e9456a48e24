import { Acts, Button } from '../../web/components/button.tsx'
import type { FormState } from '../../web/components/form-state.ts'
import { FileField } from '../../web/components/inputs.tsx'
import { Problems } from '../../web/components/problems.tsx'
import { PageHead, Section } from '../../web/components/section.tsx'
import { Csrf } from '../../web/csrf.tsx'
import { Shell } from '../../web/shell.tsx'
import type { View } from '../../web/view.ts'
import { importWords as words } from './import-words.ts'
import type { Target } from './target.ts'

/** The form that takes a changed list. */
export const UploadSheetPage = ({ view, target, form }: { readonly view: View; readonly target: Target; readonly form: FormState }) => (
  <Shell view={view} title={view.t(words.title)}>
    <PageHead kicker={<a href={target.href}>{view.t(target.title)}</a>} title={view.t(words.title)} lead={view.t(words.lead)} />
    <Problems form={form} after={null} />
    {view.who.personId !== null && (
      <form method="post" encType="multipart/form-data" action={`/import/${target.name}/upload`} data-turbo="false">
        <Csrf view={view} />
        <Section id="file" title={view.t(words.file)}>
          <FileField form={form} name="file" label={view.t(words.file)} hint={view.t(words.fileHint)} accept=".xlsx,.csv" />
          <Acts>
            <Button>{view.t(words.look)}</Button>
            <a href={target.href}>{view.t(words.cancel)}</a>
          </Acts>
        </Section>
      </form>
    )}
  </Shell>
)
