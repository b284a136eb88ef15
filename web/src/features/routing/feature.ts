import { feature } from '@/feature'
import en from './texts.en'
import zh from './texts.zh'

export default feature({
  name: 'routing',
  texts: { 'zh-CN': zh, en },
  routes: [
    { path: '/routing', name: 'routing.page', component: () => import('./RoutingPage.vue'), meta: { title: 'routing.title', permission: 'complaint.read' } },
  ],
  menu: [
    { route: 'routing.page', title: 'routing.title', permission: 'complaint.configure', order: 87, place: 'rail' },
  ],
})
