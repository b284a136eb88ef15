import { feature } from '@/feature'
import en from './texts.en'
import zh from './texts.zh'

const meta = (list: string) => ({ title: `unit_tasks.${list}.title`, permission: 'complaint.read' })

export default feature({
  name: 'unit_tasks',
  texts: { 'zh-CN': zh, en },
  routes: [
    { path: '/tasks', name: 'unit_tasks.tasks', component: () => import('./TaskList.vue'), meta: meta('tasks') },
    { path: '/tasks/supervisions', name: 'unit_tasks.supervisions', component: () => import('./SupervisionList.vue'), meta: meta('supervisions') },
    { path: '/tasks/fulfilments', name: 'unit_tasks.fulfilments', component: () => import('./FulfilmentList.vue'), meta: meta('fulfilments') },
    { path: '/tasks/preservation', name: 'unit_tasks.preservation', component: () => import('./PreservationList.vue'), meta: meta('preservation') },
  ],
  menu: [
    { route: 'unit_tasks.tasks', title: 'unit_tasks.menu', permission: 'complaint.read', order: 30, place: 'rail' },
  ],
})
