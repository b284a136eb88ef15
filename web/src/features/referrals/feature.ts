import { feature } from '@/feature'
import { texts } from './texts'
import { useOpenCount } from './useReferrals'

export default feature({
  name: 'referrals',
  texts,
  routes: [
    { path: '/referrals', name: 'referrals.list', component: () => import('./ReferralList.vue'), meta: { title: 'referrals.list.title', permission: 'referral.read' } },
    { path: '/referrals/:id(\\d+)', name: 'referrals.page', component: () => import('./ReferralPage.vue'), props: (route) => ({ id: Number(route.params.id) }), meta: { title: 'referrals.page.title', permission: 'referral.read' } },
  ],
  menu: [
    { route: 'referrals.list', title: 'referrals.list.title', permission: 'referral.read', order: 15, place: 'rail', use_count: useOpenCount },
  ],
})
