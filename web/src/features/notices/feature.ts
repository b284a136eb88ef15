import { feature } from '@/feature'
import en from './texts.en'
import zh from './texts.zh'
import { useBarCount } from './useNotices'

export default feature({
  name: 'notices',
  texts: { 'zh-CN': zh, en },
  routes: [
    { path: '/notices', name: 'notices.list', component: () => import('./NoticeList.vue'), meta: { title: 'notices.title', permission: 'clock.read' } },
  ],
  menu: [
    { route: 'notices.list', title: 'notices.menu', permission: 'clock.read', order: 10, place: 'bar', use_count: useBarCount },
  ],
})
