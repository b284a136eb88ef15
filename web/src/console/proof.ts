// Somebody shows again who he is before what needs it; ProofDialog.vue asks, the client waits.
import { shallowRef } from 'vue'

export const asking = shallowRef<(proved: boolean) => void>()
let waiting: Promise<boolean> | undefined

// Commands that are refused at the same time wait for the same answer.
export function ask_proof(): Promise<boolean> {
  waiting ??= new Promise<boolean>((resolve) => {
    asking.value = (proved) => {
      asking.value = undefined
      waiting = undefined
      resolve(proved)
    }
  })
  return waiting
}
