import { feature } from '@/feature'
import en from './texts.en'
import zh from './texts.zh'
import { useWaitingCount } from './useObjections'

export default feature({
  name: 'objections',
  texts: { 'zh-CN': zh, en },
  routes: [
    { path: '/objections', name: 'objections.list', component: () => import('./ObjectionList.vue'), meta: { title: 'objections.title', permission: 'objection.read' } },
  ],
  menu: [
    { route: 'objections.list', title: 'objections.title', permission: 'objection.read', order: 25, place: 'rail', use_count: useWaitingCount },
  ],
})
