import { feature } from '@/feature'
import en from './texts.en'
import zh from './texts.zh'

export default feature({
  name: 'tip_offs',
  texts: { 'zh-CN': zh, en },
  routes: [
    { path: '/tip-offs', name: 'tip_offs.list', component: () => import('./TipOffList.vue'), meta: { title: 'tip_offs.list.title', permission: 'tip_off.read' } },
    { path: '/tip-offs/new', name: 'tip_offs.new', component: () => import('./NewTipOff.vue'), meta: { title: 'tip_offs.new.title', permission: 'tip_off.register' } },
    { path: '/tip-offs/:id(\\d+)', name: 'tip_offs.page', component: () => import('./TipOffPage.vue'), props: (route) => ({ id: Number(route.params.id) }), meta: { title: 'tip_offs.page.title', permission: 'tip_off.read' } },
  ],
  menu: [
    { route: 'tip_offs.list', title: 'tip_offs.menu', permission: 'tip_off.read', order: 55, place: 'rail' },
    { route: 'tip_offs.new', title: 'tip_offs.new.menu', permission: 'tip_off.register', order: 56, place: 'rail' },
  ],
})
