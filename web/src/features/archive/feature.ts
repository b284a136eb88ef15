import { feature } from '@/feature'
import { texts } from './texts'

export default feature({
  name: 'archive',
  texts,
  routes: [
    { path: '/archive', name: 'archive.list', component: () => import('./ArchiveList.vue'), meta: { title: 'archive.title', permission: 'complaint.read' } },
    { path: '/archive/waiting', name: 'archive.waiting', component: () => import('./WaitingList.vue'), meta: { title: 'archive.waiting', permission: 'complaint.archive' } },
  ],
  menu: [
    { route: 'archive.list', title: 'archive.title', permission: 'complaint.read', order: 70, place: 'rail' },
  ],
})
