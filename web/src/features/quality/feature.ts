import { feature } from '@/feature'
import en from './texts.en'
import zh from './texts.zh'

export default feature({
  name: 'quality',
  texts: { 'zh-CN': zh, en },
  routes: [
    { path: '/quality/checks', name: 'quality.checks', component: () => import('./CheckList.vue'), meta: { title: 'quality.checks.title', permission: 'complaint.check_sample' } },
    { path: '/quality/doubts', name: 'quality.doubts', component: () => import('./DoubtList.vue'), meta: { title: 'quality.doubts.title', permission: 'complaint.check_sample' } },
    { path: '/quality/similar', name: 'quality.similar', component: () => import('./SimilarGroups.vue'), meta: { title: 'quality.similar.title', permission: 'complaint.check_sample' } },
  ],
  menu: [
    { route: 'quality.checks', title: 'quality.menu', permission: 'complaint.check_sample', order: 60, place: 'rail' },
  ],
})
