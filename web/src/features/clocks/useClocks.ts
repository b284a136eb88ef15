// Everything this feature asks of the server.
import { keepPreviousData, useQuery } from '@tanstack/vue-query'
import { computed, reactive, type Ref } from 'vue'
import { get } from '@/api/client'

// The book is read once: it changes only when the program starts again.
export function useRules() {
  return reactive(useQuery({ queryKey: ['clocks', 'rules'], queryFn: ({ signal }) => get('/api/clock-rules', { signal }), staleTime: 300_000 }))
}

// This year's where none is asked for.
export function useCalendar(year: Ref<number>) {
  return reactive(useQuery({
    queryKey: computed(() => ['clocks', 'calendar', year.value]),
    queryFn: ({ signal }) => get('/api/calendar', { query: year.value ? { year: String(year.value) } : {}, signal }),
    placeholderData: keepPreviousData,
    retry: false,
  }))
}
