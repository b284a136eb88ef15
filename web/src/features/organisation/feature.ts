import { feature } from '@/feature'
import { useUnruledCount } from './access/useAccess'
import { texts } from './texts'
import { useResetCount } from './useOrganisation'

const with_id = (route: { params: Record<string, unknown> }) => ({ id: Number(route.params.id) })

export default feature({
  name: 'organisation',
  texts,
  routes: [
    { path: '/organisation', name: 'organisation.tree', component: () => import('./OrganisationTree.vue'), meta: { title: 'organisation.tree.title' } },
    { path: '/organisation/units/:id(\\d+)', name: 'organisation.unit', component: () => import('./UnitPage.vue'), props: with_id, meta: { title: 'organisation.unit.title' } },
    { path: '/organisation/people', name: 'organisation.people', component: () => import('./PeopleList.vue'), meta: { title: 'organisation.people.title' } },
    { path: '/organisation/people/:id(\\d+)', name: 'organisation.person', component: () => import('./PersonPage.vue'), props: with_id, meta: { title: 'organisation.person.title' } },
    { path: '/organisation/posts', name: 'organisation.posts', component: () => import('./posts/PostList.vue'), meta: { title: 'organisation.posts.title' } },
    { path: '/organisation/posts/:code(\\w+)', name: 'organisation.post', component: () => import('./posts/PostPage.vue'), props: (route) => ({ code: String(route.params.code) }), meta: { title: 'organisation.posts.page' } },
    { path: '/sign-ins', name: 'organisation.sign_ins', component: () => import('./access/SignInList.vue'), meta: { title: 'organisation.access.sign_ins.title', permission: 'sign_ins.read' } },
    { path: '/break-glass', name: 'organisation.glasses', component: () => import('./access/GlassList.vue'), meta: { title: 'organisation.access.glasses.title', permission: 'break_glass.read' } },
    { path: '/resets', name: 'organisation.resets', component: () => import('./ResetList.vue'), meta: { title: 'organisation.reset.title', permission: 'people.approve_reset' } },
    { path: '/reset', name: 'organisation.reset', component: () => import('./ResetPage.vue'), meta: { title: 'organisation.reset.set', open: true, bare: true } },
  ],
  menu: [
    { route: 'organisation.tree', title: 'organisation.tree.menu', order: 85, place: 'rail' },
    { route: 'organisation.glasses', title: 'organisation.access.glasses.title', permission: 'break_glass.read', order: 88, place: 'rail', use_count: useUnruledCount },
    { route: 'organisation.sign_ins', title: 'organisation.access.sign_ins.title', permission: 'sign_ins.read', order: 89, place: 'rail' },
    { route: 'organisation.resets', title: 'organisation.reset.title', permission: 'people.approve_reset', order: 86, place: 'rail', use_count: useResetCount },
  ],
})
