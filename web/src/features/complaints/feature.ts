import { feature } from '@/feature'
import { texts } from './texts'
import { useOpenCount } from './useComplaints'

export default feature({
  name: 'complaints',
  texts,
  routes: [
    { path: '/complaints', name: 'complaints.list', component: () => import('./ComplaintList.vue'), meta: { title: 'complaints.list.title', permission: 'complaint.read' } },
    { path: '/complaints/found', name: 'complaints.found', component: () => import('./ComplaintFound.vue'), meta: { title: 'complaints.found.title', permission: 'complaint.search' } },
    { path: '/complaints/:id(\\d+)', name: 'complaints.page', component: () => import('./ComplaintPage.vue'), props: (route) => ({ id: Number(route.params.id) }), meta: { title: 'complaints.page.title', permission: 'complaint.read' } },
  ],
  menu: [
    { route: 'complaints.list', title: 'complaints.list.title', permission: 'complaint.read', order: 20, place: 'rail', use_count: useOpenCount },
  ],
})
