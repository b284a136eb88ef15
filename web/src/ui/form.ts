// A form: what is sent, whether it is on its way, and the refusal with its field.
import { nextTick, ref, shallowRef } from 'vue'
import { problem_of, type Problem } from '@/api/problem'
import { language } from '@/i18n/language'

// Busy until `done` is: nothing is sent twice while the page moves on.
export function useForm<Answer>(send: () => Promise<Answer>, done: (answer: Answer) => unknown) {
  const busy = ref(false)
  const problem = shallowRef<Problem>()
  // A refusal of a field that the form does not show stands above the form.
  const elsewhere = shallowRef<Problem>()
  const shown = new Set<string>()

  async function submit(): Promise<void> {
    if (busy.value) return
    busy.value = true
    problem.value = undefined
    elsewhere.value = undefined
    try {
      await done(await send())
    } catch (error) {
      await refuse(problem_of(error))
    } finally {
      busy.value = false
    }
  }

  // Fields come and go while one types: which are there is known once the refusal is drawn.
  async function refuse(refusal: Problem): Promise<void> {
    shown.clear()
    problem.value = refusal
    await nextTick()
    elsewhere.value = shown.has(refusal.field ?? '') ? undefined : refusal
  }

  // The sentence to show at `field`, and nothing where the refusal is of another.
  function error_at(field: string): string | undefined {
    shown.add(field)
    return problem.value?.field === field ? problem.value.text[language()] : undefined
  }

  return { submit, busy, problem, error_at, elsewhere }
}
