// One stream for all windows of a browser: six of them would leave none for requests.
import { open_stream, type Told } from './stream'

const windows = new Set<MessagePort>()
let runs = false
const stream = open_stream((told: Told) => {
  if (told.is === 'ended') runs = false
  windows.forEach((one) => { one.postMessage(told) })
})

function hear(port: MessagePort, said: unknown): void {
  if (said === 'leave') {
    windows.delete(port)
    if (!windows.size) {
      stream.end()
      runs = false
    }
    return
  }
  windows.add(port)
  // A window that signs in or acts as somebody else begins anew; one that only joins does not.
  if (said === 'begin' || !runs) stream.begin()
  runs = true
}

self.addEventListener('connect', (event) => {
  for (const port of (event as MessageEvent).ports) {
    port.onmessage = ({ data }) => { hear(port, data) }
  }
})
