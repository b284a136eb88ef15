import { feature } from '@/feature'
import en from './texts.en'
import zh from './texts.zh'

export default feature({
  name: 'search',
  texts: { 'zh-CN': zh, en },
  routes: [
    { path: '/search', name: 'search.page', component: () => import('./SearchPage.vue'), meta: { title: 'search.title' } },
  ],
  search: 'search.page',
})
