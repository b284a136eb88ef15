import { feature } from '@/feature'
import { texts } from './texts'

export default feature({
  name: 'clocks',
  texts,
  routes: [
    { path: '/clocks', name: 'clocks.list', component: () => import('./LimitList.vue'), meta: { title: 'clocks.list.title' } },
    { path: '/clocks/rules/:rule(\\w+)', name: 'clocks.page', component: () => import('./LimitPage.vue'), props: (route) => ({ rule: String(route.params.rule) }), meta: { title: 'clocks.page.title' } },
    { path: '/clocks/calendar', name: 'clocks.calendar', component: () => import('./CalendarPage.vue'), props: (route) => ({ asked: Number(route.query.year) || 0 }), meta: { title: 'clocks.calendar.title' } },
  ],
  menu: [
    { route: 'clocks.list', title: 'clocks.menu', order: 87, place: 'rail' },
  ],
})
