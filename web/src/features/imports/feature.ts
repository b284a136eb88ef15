import { feature } from '@/feature'
import en from './texts.en'
import zh from './texts.zh'

export default feature({
  name: 'imports',
  texts: { 'zh-CN': zh, en },
  routes: [
    { path: '/imports', name: 'imports.list', component: () => import('./ImportHistory.vue'), meta: { title: 'imports.list.title', permission: 'import.run' } },
    { path: '/imports/new', name: 'imports.new', component: () => import('./ImportWizard.vue'), meta: { title: 'imports.wizard.title' } },
    { path: '/imports/:id(\\d+)', name: 'imports.page', component: () => import('./ImportPage.vue'), props: (route) => ({ id: Number(route.params.id) }), meta: { title: 'imports.page.title', permission: 'import.run' } },
  ],
  menu: [
    { route: 'imports.list', title: 'imports.list.title', permission: 'import.run', order: 80, place: 'rail' },
  ],
})
