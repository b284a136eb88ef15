// From the form to the number: registered once whatever the network does, then what was told is recorded, then the
// draft goes.
import { nextTick, type Ref } from 'vue'
import { useRouter } from 'vue-router'
import { useI18n } from 'vue-i18n'
import { useQueryClient } from '@tanstack/vue-query'
import { new_key } from '@/api/client'
import { Problem } from '@/api/problem'
import type { Registration } from '@/api/types'
import { i18n, type Language } from '@/i18n/language'
import type { useNewDraft } from '@/ui/drafts/new_draft'
import { useForm } from '@/ui/form'
import { fen_in } from '@/ui/money'
import { input_of, type Form } from './form'
import { give } from './given'
import { to_first_refused } from './next_field'
import { record_told, register } from './useRegistration'
import { said_to, tells_procedure } from './words'

export function useSending(form: Form, draft: ReturnType<typeof useNewDraft>, element: Readonly<Ref<HTMLElement | null>>) {
  const { t } = useI18n()
  const router = useRouter()
  const queries = useQueryClient()

  async function send(): Promise<Registration> {
    if (form.amount.trim() && fen_in(form.amount) === undefined) throw no_amount()
    return register(form.kind, input_of(form), draft.key())
  }

  async function done(answer: Registration) {
    void draft.end()
    give(answer.id, answer.receipt_code)
    await tell(answer)
    void queries.invalidateQueries({ queryKey: ['complaints'] })
    await router.replace({ name: 'registration.receipt', params: { id: answer.id } })
  }

  // Where it cannot be recorded now, the receipt's page still asks for it.
  async function tell(answer: Registration) {
    if (!form.told || !tells_procedure(form.kind)) return
    const means = form.intake_channel === 'hotline' ? 'phone' as const : 'visit' as const
    const told = { means, said: said_to(form.kind, t).join('\n'), next_contact_on: form.next_contact_on }
    await record_told(answer.id, answer.version, told, new_key()).catch(() => undefined)
  }

  const shown = useForm(send, done, { of: form })

  async function submit() {
    await shown.submit()
    await nextTick()
    if (shown.problem.value) to_first_refused(element.value)
  }
  return { ...shown, submit }
}

function no_amount(): Problem {
  const in_language = (locale: Language) => i18n.global.t('registration.no_amount', {}, { locale })
  return new Problem({
    status: 422, code: 'web.amount', field: 'amount_fen',
    text: { 'zh-CN': in_language('zh-CN'), en: in_language('en') },
  })
}
