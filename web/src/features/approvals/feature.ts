import { feature } from '@/feature'
import en from './texts.en'
import zh from './texts.zh'
import { useWaitingCount } from './useApprovals'

export default feature({
  name: 'approvals',
  texts: { 'zh-CN': zh, en },
  routes: [
    { path: '/approvals', name: 'approvals.list', component: () => import('./ApprovalList.vue'), meta: { title: 'approvals.list.title' } },
    { path: '/approvals/:id(\\d+)', name: 'approvals.page', component: () => import('./ApprovalPage.vue'), props: (route) => ({ id: Number(route.params.id) }), meta: { title: 'approvals.page.title' } },
  ],
  menu: [
    { route: 'approvals.list', title: 'approvals.list.title', order: 30, place: 'rail', use_count: useWaitingCount },
  ],
})
