import type { Deps } from '../database/transact.ts'
import { granted, refused, type Verdict } from '../kernel/refusal.ts'
import type { Text } from '../kernel/text.ts'
import type { Who } from '../kernel/who.ts'
import { changePosts } from './change-posts.ts'
import { postWords as words } from './post-words.ts'

/** Gives a post another title. Its role and its body are what the post is, and stay. An empty English title means the Swedish one. */
export const retitlePost = (deps: Deps, who: Who, postId: string, title: Text): Promise<Verdict<null>> =>
  changePosts(deps, who, {
    act: 'retitle post',
    of: { postId },
    work: async (tx) => {
      const sv = title.sv.trim()
      if (sv === '') return refused(words.titleless)
      await tx
        .updateTable('post')
        .set({ title_sv: sv, title_en: title.en.trim() || sv })
        .where('id', '=', postId)
        .execute()
      return granted(null)
    },
  })
