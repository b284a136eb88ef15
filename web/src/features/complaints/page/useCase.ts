// What belongs to one case, each part asked for by itself; all of it is asked anew after a command.
import { useQuery } from '@tanstack/vue-query'
import { computed, reactive, type Ref } from 'vue'
import { get, post } from '@/api/client'
import { may, session } from '@/session/session'

type Id = Ref<number>
const key = (id: Id, part: string) => ['complaints', 'page', id, part]

export const useClocks = (id: Id) => reactive(useQuery({
  queryKey: key(id, 'clocks'),
  queryFn: ({ signal }) => get('/api/complaints/{id}/clocks', { path: { id: id.value }, signal }),
}))

export const useTimeline = (id: Id) => reactive(useQuery({
  queryKey: key(id, 'timeline'),
  queryFn: ({ signal }) => get('/api/complaints/{id}/timeline', { path: { id: id.value }, signal }),
}))

export const useContacts = (id: Id) => reactive(useQuery({
  queryKey: key(id, 'contacts'),
  queryFn: ({ signal }) => get('/api/complaints/{id}/contacts', { path: { id: id.value }, signal }),
}))

export const useSupplements = (id: Id) => reactive(useQuery({
  queryKey: key(id, 'supplement'),
  queryFn: ({ signal }) => get('/api/complaints/{id}/supplement', { path: { id: id.value }, signal }),
}))

export const useTasks = (id: Id) => reactive(useQuery({
  queryKey: key(id, 'tasks'),
  queryFn: ({ signal }) => get('/api/complaints/{id}/tasks', { path: { id: id.value }, signal }),
}))

export const useOffers = (id: Id) => reactive(useQuery({
  queryKey: key(id, 'offers'),
  queryFn: ({ signal }) => get('/api/complaints/{id}/offers', { path: { id: id.value }, signal }),
}))

export const useDecisions = (id: Id) => reactive(useQuery({
  queryKey: key(id, 'decisions'),
  queryFn: ({ signal }) => get('/api/complaints/{id}/decisions', { path: { id: id.value }, signal }),
}))

export const useFulfilments = (id: Id) => reactive(useQuery({
  queryKey: key(id, 'fulfilments'),
  queryFn: ({ signal }) => get('/api/complaints/{id}/fulfilments', { path: { id: id.value }, signal }),
}))

export const useReminders = (id: Id) => reactive(useQuery({
  queryKey: key(id, 'supervision'),
  queryFn: ({ signal }) => get('/api/complaints/{id}/supervision', { path: { id: id.value }, signal }),
}))

export const useLessons = (id: Id) => reactive(useQuery({
  queryKey: key(id, 'lessons'),
  queryFn: ({ signal }) => get('/api/complaints/{id}/lessons', { path: { id: id.value }, signal }),
}))

export const useCallbacks = (id: Id) => reactive(useQuery({
  queryKey: key(id, 'callbacks'),
  queryFn: ({ signal }) => get('/api/complaints/{id}/callbacks', { path: { id: id.value }, signal }),
}))

export const useAttachments = (id: Id) => reactive(useQuery({
  queryKey: key(id, 'attachments'),
  queryFn: ({ signal }) => get('/api/complaints/{id}/attachments', { path: { id: id.value }, signal }),
}))

export const usePreservations = (id: Id) => reactive(useQuery({
  queryKey: key(id, 'preservation'),
  queryFn: ({ signal }) => get('/api/preservation', { query: { complaint_id: id.value, sort: '-requested_at', limit: 50 }, signal }),
}))

export const useSimilar = (id: Id) => reactive(useQuery({
  queryKey: key(id, 'similar'),
  queryFn: ({ signal }) => get('/api/complaints/{id}/similar', { path: { id: id.value }, signal }),
}))

export const useEarlier = (id: Id) => reactive(useQuery({
  queryKey: key(id, 'earlier'),
  queryFn: ({ signal }) => get('/api/complaints/{id}/earlier', { path: { id: id.value }, signal }),
}))

export const useDoubts = (id: Id) => reactive(useQuery({
  queryKey: key(id, 'doubts'),
  queryFn: ({ signal }) => get('/api/complaints/{id}/doubts', { path: { id: id.value }, signal }),
}))

export const useTopicHelp = (id: Id) => reactive(useQuery({
  queryKey: key(id, 'help'),
  queryFn: ({ signal }) => get('/api/complaints/{id}/help', { path: { id: id.value }, signal }),
  enabled: computed(() => may('case.read')),
}))

export const useArchiveFile = (id: Id, is_archived: Ref<boolean>) => reactive(useQuery({
  queryKey: key(id, 'archive'),
  queryFn: ({ signal }) => get('/api/complaints/{id}/archive', { path: { id: id.value }, signal }),
  enabled: is_archived,
}))

export const useDraftMarks = () => reactive(useQuery({
  queryKey: ['drafts'],
  queryFn: ({ signal }) => get('/api/drafts', { signal }),
}))

// Who else has the case open. Asked while it is shown, and by that told to others.
export const usePresence = (id: Id, doing: Ref<'reading' | 'editing'>) => reactive(useQuery({
  queryKey: [...key(id, 'presence'), doing],
  queryFn: ({ signal }) => post('/api/complaints/{id}/presence', { path: { id: id.value }, body: { doing: doing.value }, signal }),
  refetchInterval: 30_000,
  select: (answer) => answer.items.filter((one) => one.person_id !== session.value?.person.id),
}))
