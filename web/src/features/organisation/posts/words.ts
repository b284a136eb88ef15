// A post in words.
import { useI18n } from 'vue-i18n'
import type { Post } from '@/api/types'

export const marks = ['is_system', 'needs_second_factor', 'leads_complaints', 'may_break_glass'] as const

export function usePostWords() {
  const { t, te } = useI18n()
  const permission = (code: string) => (te(`organisation.posts.permission.${code}`) ? t(`organisation.posts.permission.${code}`) : code)
  const module = (code: string) => (te(`organisation.posts.module.${code}`) ? t(`organisation.posts.module.${code}`) : code)
  function kinds(post: Post): string {
    const all = post.kinds.map((one) => t(`organisation.kind.${one}`)).join(t('organisation.posts.and'))
    return post.levels.length ? t('organisation.posts.kinds_at', { kinds: all, levels: post.levels.map((one) => t(`organisation.posts.level.${one}`)).join(t('organisation.posts.and')) }) : all
  }
  const marks_of = (post: Post) => marks.filter((one) => post[one])
  const duty = (post: Post) => (post.duty === 'none' ? '' : t(`organisation.duty.${post.duty}`))
  return { permission, module, kinds, marks_of, duty }
}
