import { feature } from '@/feature'
import en from './texts.en'
import { useResetCount } from './useOrganisation'
import zh from './texts.zh'

const with_id = (route: { params: Record<string, unknown> }) => ({ id: Number(route.params.id) })

export default feature({
  name: 'organisation',
  texts: { 'zh-CN': zh, en },
  routes: [
    { path: '/organisation', name: 'organisation.tree', component: () => import('./OrganisationTree.vue'), meta: { title: 'organisation.tree.title' } },
    { path: '/organisation/units/:id(\\d+)', name: 'organisation.unit', component: () => import('./UnitPage.vue'), props: with_id, meta: { title: 'organisation.unit.title' } },
    { path: '/organisation/people', name: 'organisation.people', component: () => import('./PeopleList.vue'), meta: { title: 'organisation.people.title' } },
    { path: '/organisation/people/:id(\\d+)', name: 'organisation.person', component: () => import('./PersonPage.vue'), props: with_id, meta: { title: 'organisation.person.title' } },
    { path: '/resets', name: 'organisation.resets', component: () => import('./ResetList.vue'), meta: { title: 'organisation.reset.title', permission: 'people.approve_reset' } },
    { path: '/reset', name: 'organisation.reset', component: () => import('./ResetPage.vue'), meta: { title: 'organisation.reset.set', open: true, bare: true } },
  ],
  menu: [
    { route: 'organisation.tree', title: 'organisation.tree.menu', order: 85, place: 'rail' },
    { route: 'organisation.resets', title: 'organisation.reset.title', permission: 'people.approve_reset', order: 86, place: 'rail', use_count: useResetCount },
  ],
})
