// The server's stream of events: that something changed, never what. docs/guide/api.md tells of it.
// Runs in the worker that all windows of a browser share, or in the window where there is none.
export type What = 'complaint' | 'referral' | 'asked' | 'approval' | 'preservation' | 'import' | 'organisation' | 'calendar' | 'notice'

// `refetch`: something may have been missed. `ended`: the session is over, or is another.
export type Told = { is: 'changed', what: What, id?: number } | { is: 'refetch' } | { is: 'ended' }

const again_ms = 30_000

export interface Stream {
  // Begins, or begins again where the session is another.
  begin: () => void
  end: () => void
}

export function open_stream(tell: (told: Told) => void): Stream {
  let source: EventSource | undefined
  let waiting: ReturnType<typeof setTimeout> | undefined

  function end(): void {
    clearTimeout(waiting)
    source?.close()
    source = undefined
  }

  function begin(): void {
    end()
    const opened = new EventSource('/api/events')
    source = opened
    opened.addEventListener('changed', ({ data }) => { tell({ is: 'changed', ...JSON.parse(String(data)) as { what: What, id?: number } }) })
    opened.addEventListener('refetch', () => { tell({ is: 'refetch' }) })
    opened.addEventListener('ended', () => {
      end()
      tell({ is: 'ended' })
    })
    // A connection that broke comes back by itself. One that was refused does not: too many, or the server is going down.
    opened.addEventListener('error', () => {
      if (opened.readyState === EventSource.CLOSED && source === opened) waiting = setTimeout(begin, again_ms)
    })
  }

  return { begin, end }
}
