// A form: what is sent, whether it is on its way, what the page itself sees that it lacks, and the refusal with its field.
import { nextTick, ref, shallowRef, watch } from 'vue'
import { problem_of, type Problem } from '@/api/problem'
import { i18n, language } from '@/i18n/language'

export interface Seen {
  // What is typed, under the names of the fields: what is said at a field goes once something else stands in it.
  of?: object
  // What can be told without asking, all at once: by field the key of a sentence. Nothing is sent while there is any.
  check?: () => Readonly<Record<string, string>>
}

// Busy until `done` is: nothing is sent twice while the page moves on.
export function useForm<Answer>(send: () => Promise<Answer>, done: (answer: Answer) => unknown, { of, check }: Seen = {}) {
  const busy = ref(false)
  const problem = shallowRef<Problem>()
  // A refusal of a field that the form does not show stands above the form.
  const elsewhere = shallowRef<Problem>()
  const faults = shallowRef<Readonly<Record<string, string>>>({})
  const shown = new Set<string>()

  if (of) {
    watch(() => flat(of), (now, before) => {
      for (const name of Object.keys({ ...before, ...now })) if (now[name] !== before[name]) mended(name)
    })
  }

  function mended(name: string): void {
    const at = problem.value?.field
    if (at && (at === name || name.startsWith(`${at}.`))) problem.value = undefined
    const { [name]: fault, ...others } = faults.value
    if (fault) faults.value = others
  }

  async function submit(): Promise<void> {
    if (busy.value) return
    busy.value = true
    problem.value = undefined
    elsewhere.value = undefined
    faults.value = {}
    try {
      if (lacks(check?.())) return
      await done(await send())
    } catch (error) {
      await refuse(problem_of(error))
    } finally {
      busy.value = false
    }
  }

  function lacks(found: Readonly<Record<string, string>> = {}): boolean {
    faults.value = found
    return Object.keys(found).length > 0
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
    const fault = faults.value[field]
    if (fault) return i18n.global.t(fault)
    return problem.value?.field === field ? problem.value.text[language()] : undefined
  }

  return { submit, busy, problem, error_at, elsewhere }
}

// What of these has to be told and is not.
export const lacking = (told: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(told).filter(([, text]) => !text.trim()).map(([name]) => [name, 'ui.form.needed']))

// `agent.name` of what is typed in parts.
function flat(of: object, before = ''): Record<string, string> {
  return Object.fromEntries(Object.entries(of).flatMap(([name, value]: [string, unknown]): [string, string][] =>
    (typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.entries(flat(value, `${before}${name}.`))
      : [[`${before}${name}`, JSON.stringify(value) ?? '']])))
}
