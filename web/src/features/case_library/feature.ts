import { feature } from '@/feature'
import en from './texts.en'
import zh from './texts.zh'

export default feature({
  name: 'case_library',
  texts: { 'zh-CN': zh, en },
  routes: [
    { path: '/cases', name: 'case_library.list', component: () => import('./CaseList.vue'), meta: { title: 'case_library.title', permission: 'case.read' } },
    { path: '/cases/new', name: 'case_library.new', component: () => import('./NewCase.vue'), props: (route) => ({ source_id: Number(route.query.from) || 0 }), meta: { title: 'case_library.new.title', permission: 'case.write' } },
    { path: '/cases/:id(\\d+)', name: 'case_library.page', component: () => import('./CasePage.vue'), props: (route) => ({ id: Number(route.params.id) }), meta: { title: 'case_library.title', permission: 'case.read' } },
    { path: '/guides', name: 'case_library.guides', component: () => import('./GuideList.vue'), meta: { title: 'case_library.guides.title', permission: 'case.read' } },
  ],
  menu: [
    { route: 'case_library.list', title: 'case_library.title', permission: 'case.read', order: 65, place: 'rail' },
  ],
})
