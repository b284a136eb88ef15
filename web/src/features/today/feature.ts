import { feature } from '@/feature'
import en from './texts.en'
import zh from './texts.zh'

export default feature({
  name: 'today',
  texts: { 'zh-CN': zh, en },
  routes: [
    { path: '/today', name: 'today.page', component: () => import('./TodayPage.vue'), meta: { title: 'today.page.title', permission: 'complaint.read' } },
  ],
  menu: [{ route: 'today.page', title: 'today.page.title', permission: 'complaint.read', order: 1, place: 'rail' }],
})
