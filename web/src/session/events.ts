// What a window hears of the stream, and how it joins and leaves.
import { open_stream, type Told } from './stream'

type Say = (said: 'begin' | 'join' | 'leave') => void

let say: Say | undefined

export function listen_for_events(hear: (told: Told) => void): void {
  say = 'SharedWorker' in window ? through_worker(hear) : alone(hear)
  // A page that is kept to come back to is not to hold a stream.
  window.addEventListener('pagehide', () => say?.('leave'))
  window.addEventListener('pageshow', (event) => { if (event.persisted) say?.('join') })
}

// After signing in, and after loading; `begin` where the session is not the one that was heard of before.
export function join_events(how: 'begin' | 'join'): void {
  say?.(how)
}

function through_worker(hear: (told: Told) => void): Say {
  const worker = new SharedWorker(new URL('./stream.worker.ts', import.meta.url), { type: 'module', name: 'xiaobao-events' })
  worker.port.onmessage = ({ data }) => { hear(data as Told) }
  return (said) => { worker.port.postMessage(said) }
}

function alone(hear: (told: Told) => void): Say {
  const stream = open_stream(hear)
  return (said) => {
    if (said === 'leave') stream.end()
    else stream.begin()
  }
}
