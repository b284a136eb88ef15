// Sends an act. When the case is no longer open here, the page leads back to number and code.
import { useForm } from '@/ui/form'
import { to_first_error } from '../shell/arrival'
import { act_on_case, followed } from './followed'

export function useAct(address: string, body: () => object, done: () => void, ended: () => void) {
  const form = useForm(() => act_on_case(address, body()), done)
  async function submit(): Promise<void> {
    await form.submit()
    if (!followed.value) ended()
    else if (form.problem.value) await to_first_error()
  }
  return { ...form, submit }
}
