// A form: what is sent, whether it is on its way, and the refusal with its field.
import { computed, ref, shallowRef } from 'vue'
import { problem_of, type Problem } from '@/api/problem'
import { language } from '@/i18n/language'

export function useForm<Answer>(send: () => Promise<Answer>, done: (answer: Answer) => void) {
  const busy = ref(false)
  const problem = shallowRef<Problem>()
  // Fields the form shows say their error themselves; any other refusal stands above the form.
  const shown = new Set<string>()

  async function submit(): Promise<void> {
    if (busy.value) return
    busy.value = true
    problem.value = undefined
    try {
      done(await send())
    } catch (error) {
      problem.value = problem_of(error)
    } finally {
      busy.value = false
    }
  }

  // The sentence to show at `field`, and nothing where the refusal is of another.
  function error_at(field: string): string | undefined {
    shown.add(field)
    return problem.value?.field === field ? problem.value.text[language()] : undefined
  }

  const elsewhere = computed(() => (problem.value && !shown.has(problem.value.field ?? '') ? problem.value : undefined))
  return { submit, busy, problem, error_at, elsewhere }
}
