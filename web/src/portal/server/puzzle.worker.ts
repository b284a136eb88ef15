// Solves beside the page, so that typing is never held up.
import { solve } from './puzzle'
import type { Puzzle } from '@/api/portal'

self.onmessage = (event: MessageEvent<Puzzle>) => self.postMessage(solve(event.data))
