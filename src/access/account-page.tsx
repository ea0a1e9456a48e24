import { longDay } from '../kernel/day.ts'
import { say, type Text } from '../kernel/text.ts'
import type { HeldPost } from '../kernel/who.ts'
import { may } from '../rulebook/policy.ts'
import { Acts, Button } from '../web/components/button.tsx'
import type { FormState } from '../web/components/form-state.ts'
import { TextField } from '../web/components/inputs.tsx'
import { Problems } from '../web/components/problems.tsx'
import { Empty, Facts, PageHead, Section } from '../web/components/section.tsx'
import { Csrf } from '../web/csrf.tsx'
import { Shell } from '../web/shell.tsx'
import type { View } from '../web/view.ts'
import type { Claimed, Identities } from './identities.ts'
import { words as identityWords } from './identity-words.ts'
import { words } from './words.ts'

interface AccountProps {
  readonly view: View
  readonly form: FormState
  /** Name of the body or unit of each post. */
  readonly nodeName: (id: string) => Text
  /** False for those who came in without a password, in the demonstration. */
  readonly hasPassword: boolean
  readonly identities: Identities
}

/** Who one is here, by which posts, and how to change the password. */
export const AccountPage = ({ view, form, nodeName, hasPassword, identities }: AccountProps) => (
  <Shell view={view} title={view.t(words.account)}>
    <PageHead title={view.t(words.account)} lead={view.t(words.accountLead(view.who.name))}>
      {identities.providers.map((name) => (
        <p className="prose" key={name.sv}>
          {view.t(identityWords.byProvider(name))}
        </p>
      ))}
    </PageHead>
    <Problems form={form} title={() => view.t(words.passwordProblems)} after={null} />
    <Section id="posts" title={view.t(words.posts)} intro={view.t(words.postsIntro)}>
      {view.who.posts.length === 0 ? (
        <Empty>{view.t(words.noPosts)}</Empty>
      ) : (
        <Facts
          facts={view.who.posts.map((post) => ({
            name: say(post.title, view.locale),
            value: <Held view={view} post={post} nodeName={nodeName} claimed={identities.claimed.get(post.postId)} />,
          }))}
        />
      )}
    </Section>
    <Section id="reminders" title={view.t(words.reminders)} intro={view.t(words.remindersIntro)}>
      <p>
        <a href="/account/reminders">{view.t(words.toReminders)}</a>
      </p>
      {may(view.who, 'outbox.see', { belongsTo: [], secrecy: null }, view.today).length === 0 && (
        <p>
          <a href="/outbox">{view.t(words.toOutbox)}</a>
        </p>
      )}
    </Section>
    {hasPassword && (
      <Section id="password" title={view.t(words.newPassword)} intro={view.t(words.newPasswordIntro)}>
        <form method="post" action="/account" className="stack" data-turbo="false">
          <Csrf view={view} />
          <TextField form={form} name="old" label={view.t(words.oldPassword)} width="m" type="password" autoComplete="current-password" />
          <TextField
            form={form}
            name="wanted"
            label={view.t(words.newPassword)}
            hint={view.t(words.newPasswordHint)}
            width="m"
            type="password"
            autoComplete="new-password"
          />
          <TextField form={form} name="again" label={view.t(words.again)} width="m" type="password" autoComplete="new-password" />
          <Acts>
            <Button>{view.t(words.changePassword)}</Button>
          </Acts>
        </form>
      </Section>
    )}
  </Shell>
)

interface HeldProps extends Pick<AccountProps, 'view' | 'nodeName'> {
  readonly post: HeldPost
  readonly claimed: Claimed | undefined
}

/** Where a post is, since when, and whether it follows from how one signs in. */
const Held = ({ view, post, nodeName, claimed }: HeldProps) => (
  <>
    {view.t(words.held(nodeName(post.nodeId), longDay(post.from, view.locale)))}
    {claimed && <span className="sub">{view.t(identityWords.byClaim(claimed.provider, longDay(claimed.since, view.locale)))}</span>}
  </>
)
